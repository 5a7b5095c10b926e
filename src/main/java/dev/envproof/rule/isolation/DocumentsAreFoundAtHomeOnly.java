package dev.envproof.rule.isolation;

import dev.envproof.environment.Environment;
import dev.envproof.fault.Fault;
import dev.envproof.probe.store.CanaryProbe;
import dev.envproof.rule.Card;
import dev.envproof.rule.Need;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Severity;
import dev.envproof.rule.Verdict;

/** What one environment indexes the other never finds. */
@Card(
        id = "isolation/documents-are-found-at-home-only",
        says = "neither finds the other one's documents",
        severity = Severity.HIGH,
        because = "customers find documents of a test, or testers those of customers",
        remedy =
                "search the environment's own indices by name; a pattern such as platform_* matches platform_staging_* too",
        requires = {Need.SEARCH, Need.SEARCH_CANARIES},
        trippedBy = Fault.ISOLATION_INDEX_PATTERN_TOO_WIDE,
        verifies = {"EP-08", "EP-12", "EP-16"},
        unordered = true)
public final class DocumentsAreFoundAtHomeOnly implements Rule.OfPair<CanaryProbe.Seen> {

    @Override
    public Verdict judge(Environment from, CanaryProbe.Seen a, Environment to, CanaryProbe.Seen b) {
        return Verdict.all(a.searched().stream()
                .map(store -> new Crossings(from, a, to, b, store).verdict())
                .toList());
    }
}
