package dev.envproof.rule.isolation;

import dev.envproof.environment.Environment;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.evidence.Exchange;
import dev.envproof.fault.Fault;
import dev.envproof.probe.search.SearchProbe;
import dev.envproof.probe.search.SearchProbe.Engine;
import dev.envproof.rule.Card;
import dev.envproof.rule.Need;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Severity;
import dev.envproof.rule.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An alias under an environment's prefix leads to indices under the same prefix. */
@Card(
        id = "isolation/aliases-lead-to-own-indices",
        says = "its aliases lead to its own indices",
        severity = Severity.CRITICAL,
        because = "whatever is written through the alias lands in another environment's index",
        remedy = "point the alias to an index of this environment",
        requires = Need.INDEX_PREFIX,
        trippedBy = Fault.ISOLATION_ALIAS_OF_SIBLING,
        verifies = {"EP-12", "EP-16"})
public final class AliasesLeadToOwnIndices implements Rule.OfEnvironment<SearchProbe.Seen> {

    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, SearchProbe.Seen seen) {
        return Verdict.all(seen.engines().stream()
                .map(engine -> engine.aliases()
                        .fold(
                                aliases -> judge(system, environment, engine, aliases),
                                why -> Verdict.inconclusive(why, evidence(engine))))
                .toList());
    }

    private static Verdict judge(
            SystemUnderTest system, Environment environment, Engine engine, Map<String, Set<String>> aliases) {
        IndexOwner owner = new IndexOwner(system, engine.store());
        Optional<String> own = Optional.of(environment.name());
        List<String> astray = aliases.entrySet().stream()
                .filter(index -> !owner.of(index.getKey()).equals(own))
                .flatMap(index -> index.getValue().stream()
                        .filter(alias -> owner.of(alias).equals(own))
                        .map(alias -> alias + " leads to " + index.getKey()
                                + owner.of(index.getKey())
                                        .map(name -> ", an index of " + name)
                                        .orElse("")))
                .sorted()
                .toList();
        if (!astray.isEmpty()) {
            return Verdict.broken("aliases to indices of its own", String.join("; ", astray), evidence(engine));
        }
        long indices = aliases.keySet().stream()
                .filter(index -> owner.of(index).equals(own))
                .count();
        return indices == 0
                ? Verdict.inconclusive("its client sees no index under its prefix", evidence(engine))
                : Verdict.held(indices + " indices of its own, and no alias that leads elsewhere", evidence(engine));
    }

    private static Exchange[] evidence(Engine engine) {
        return engine.exchanges().toArray(Exchange[]::new);
    }
}
