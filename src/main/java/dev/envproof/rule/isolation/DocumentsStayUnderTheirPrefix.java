package dev.envproof.rule.isolation;

import dev.envproof.environment.Environment;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.fault.Fault;
import dev.envproof.probe.search.SearchProbe;
import dev.envproof.probe.search.SearchProbe.Found;
import dev.envproof.rule.Card;
import dev.envproof.rule.Need;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Severity;
import dev.envproof.rule.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a service indexes is in indices with the environment's own prefix, and in no others. */
@Card(
        id = "isolation/documents-stay-under-their-prefix",
        says = "documents that its services index are under its own prefix",
        severity = Severity.CRITICAL,
        because = "documents of a test are found by customers, and a re-index drops theirs",
        remedy = "set the index prefix of this environment, and let services refuse to start without one",
        requires = {Need.INDEX_PREFIX, Need.SEARCH_CANARY},
        trippedBy = Fault.ISOLATION_INDEX_PREFIX_UNSET,
        verifies = {"EP-12", "EP-16"})
public final class DocumentsStayUnderTheirPrefix implements Rule.OfEnvironment<SearchProbe.Seen> {

    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, SearchProbe.Seen seen) {
        return Verdict.all(seen.found().stream()
                .map(found -> found.indices()
                        .fold(
                                indices -> judge(system, environment, found, indices),
                                why -> Verdict.inconclusive(why, found.exchange())))
                .toList());
    }

    private static Verdict judge(SystemUnderTest system, Environment environment, Found found, Set<String> indices) {
        IndexOwner owner = new IndexOwner(system, found.canary().path().store());
        if (indices.isEmpty()) {
            return Verdict.inconclusive("the canary document did not show in any index", found.exchange());
        }
        List<String> strange = indices.stream()
                .filter(index -> !owner.of(index).equals(Optional.of(environment.name())))
                .sorted()
                .map(index -> index
                        + owner.of(index).map(name -> ", an index of " + name).orElse(""))
                .toList();
        return strange.isEmpty()
                ? Verdict.held("the canary document is in " + String.join(", ", indices), found.exchange())
                : Verdict.broken(
                        "an index that begins with " + owner.prefix(environment).orElse("its prefix"),
                        "the canary document is in " + String.join("; ", strange),
                        found.exchange());
    }
}
