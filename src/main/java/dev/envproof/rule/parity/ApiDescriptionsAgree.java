package dev.envproof.rule.parity;

import dev.envproof.environment.Environment;
import dev.envproof.fault.Fault;
import dev.envproof.probe.parity.ApiDescription;
import dev.envproof.probe.parity.ApiDescriptionProbe;
import dev.envproof.rule.Card;
import dev.envproof.rule.Need;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Severity;
import dev.envproof.rule.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Operations, parameters, responses and schemas are the same; words for readers do not count. */
@Card(
        id = "parity/api-descriptions-agree",
        says = "its OpenAPI documents promise what the other environment's do",
        severity = Severity.MEDIUM,
        because = "clients that were tried against one environment fail at the other",
        remedy =
                "deploy the build that serves the same API, or close the documentation where it is not meant to be read",
        requires = {Need.PARITY, Need.PARITY_API},
        trippedBy = Fault.PARITY_API_DIFFERS,
        verifies = {"IN-06", "IN-09", "IN-15"},
        unordered = true)
public final class ApiDescriptionsAgree implements Rule.OfPair<ApiDescriptionProbe.Seen> {
    private static final int MOST = 5;

    @Override
    public Verdict judge(
            Environment from, ApiDescriptionProbe.Seen one, Environment to, ApiDescriptionProbe.Seen other) {
        List<Verdict> parts = new ArrayList<>();
        for (ApiDescription mine : one.descriptions()) {
            Optional<ApiDescription> theirs =
                    other.descriptions().stream().filter(mine::isOf).findFirst();
            parts.add(theirs.map(it -> judge(from, mine, to, it)).orElseGet(() -> alone(from, mine, to)));
        }
        other.descriptions().stream()
                .filter(theirs -> one.descriptions().stream().noneMatch(theirs::isOf))
                .forEach(theirs -> parts.add(alone(to, theirs, from)));
        return Verdict.all(parts);
    }

    private static Verdict alone(Environment has, ApiDescription description, Environment lacks) {
        String place = description.service() + "/" + description.path();
        return description.statements().isEmpty()
                ? Verdict.inconclusive(place + " of " + has.name() + " did not answer", description.exchange())
                : Verdict.broken(
                        "a description in both", place + ": " + lacks.name() + " serves none", description.exchange());
    }

    private static Verdict judge(Environment from, ApiDescription mine, Environment to, ApiDescription theirs) {
        if (mine.statements().isEmpty() || theirs.statements().isEmpty()) {
            return mine.statements().isEmpty() ? alone(from, mine, to) : alone(to, theirs, from);
        }
        Set<String> onlyMine = minus(mine, theirs);
        Set<String> onlyTheirs = minus(theirs, mine);
        String place = mine.service() + "/" + mine.path() + ": ";
        return onlyMine.isEmpty() && onlyTheirs.isEmpty()
                ? Verdict.held(place + "one API in both", mine.exchange(), theirs.exchange())
                : Verdict.broken(
                        "one API in both",
                        place + only(from, onlyMine) + "; " + only(to, onlyTheirs),
                        mine.exchange(),
                        theirs.exchange());
    }

    private static Set<String> minus(ApiDescription one, ApiDescription other) {
        Set<String> rest = new TreeSet<>(one.statements().orElse(Set.of()));
        rest.removeAll(other.statements().orElse(Set.of()));
        return rest;
    }

    private static String only(Environment environment, Set<String> statements) {
        String first = String.join(", ", statements.stream().limit(MOST).toList());
        String more = statements.size() > MOST ? " and " + (statements.size() - MOST) + " more" : "";
        return "only in " + environment.name() + ": " + (statements.isEmpty() ? "nothing" : first + more);
    }
}
