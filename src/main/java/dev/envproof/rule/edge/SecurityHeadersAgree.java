package dev.envproof.rule.edge;

import dev.envproof.environment.Environment;
import dev.envproof.evidence.Exchange;
import dev.envproof.fault.Fault;
import dev.envproof.probe.edge.AnswerProbe;
import dev.envproof.probe.edge.EdgeAnswer;
import dev.envproof.rule.Card;
import dev.envproof.rule.Need;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Severity;
import dev.envproof.rule.Verdict;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** By name, on the same kind of answer of the same service; values may name hosts, and differ. */
@Card(
        id = "edge/security-headers-agree",
        says = "environments answer with the same security headers",
        severity = Severity.MEDIUM,
        because =
                "what staging does not have was not tested before it reached production, or production lacks what staging has",
        remedy = "give all environments the same middleware at the edge",
        requires = Need.HTTPS_ADDRESS,
        trippedBy = Fault.EDGE_HEADERS_DIFFER,
        verifies = {"EP-11", "IN-06", "CE-16"},
        unordered = true)
public final class SecurityHeadersAgree implements Rule.OfPair<AnswerProbe.Seen> {
    private static final List<String> HEADERS = List.of(
            "Strict-Transport-Security",
            "Content-Security-Policy",
            "X-Frame-Options",
            "X-Content-Type-Options",
            "Referrer-Policy",
            "Permissions-Policy",
            "Cross-Origin-Opener-Policy",
            "Cross-Origin-Embedder-Policy",
            "Cross-Origin-Resource-Policy");

    @Override
    public Verdict judge(Environment from, AnswerProbe.Seen seenInFrom, Environment to, AnswerProbe.Seen seenInTo) {
        return Verdict.all(seenInFrom.answers().stream()
                .filter(EdgeAnswer::isHttps)
                .flatMap(one -> like(one, seenInTo).map(other -> judge(from, one, to, other)))
                .toList());
    }

    private static Stream<EdgeAnswer> like(EdgeAnswer one, AnswerProbe.Seen seen) {
        return seen.answers().stream()
                .filter(other -> other.kind() == one.kind())
                .filter(other -> other.door().service().equals(one.door().service()));
    }

    private static Verdict judge(Environment from, EdgeAnswer one, Environment to, EdgeAnswer other) {
        Exchange[] both = {one.reply().exchange(), other.reply().exchange()};
        if (one.answer().isEmpty() || other.answer().isEmpty() || one.isPage() != other.isPage()) {
            return Verdict.inconclusive(one.says() + " and " + other.says() + " can't be compared", both);
        }
        Set<String> here = sent(one);
        Set<String> there = sent(other);
        Set<String> onlyHere = new TreeSet<>(here);
        onlyHere.removeAll(there);
        Set<String> onlyThere = new TreeSet<>(there);
        onlyThere.removeAll(here);
        return onlyHere.isEmpty() && onlyThere.isEmpty()
                ? Verdict.held(one.says() + " and " + other.says() + " have the same", both)
                : Verdict.broken(
                        "the same security headers in both",
                        one.says() + ": " + alone(from, onlyHere) + alone(to, onlyThere),
                        both);
    }

    private static String alone(Environment environment, Set<String> names) {
        return names.isEmpty() ? "" : environment.name() + " alone has " + String.join(", ", names) + "; ";
    }

    private static Set<String> sent(EdgeAnswer asked) {
        return HEADERS.stream()
                .filter(name ->
                        asked.answer().filter(it -> !it.all(name).isEmpty()).isPresent())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
