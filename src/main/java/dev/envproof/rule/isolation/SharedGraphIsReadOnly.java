package dev.envproof.rule.isolation;

import dev.envproof.environment.Environment;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.fault.Fault;
import dev.envproof.probe.graph.GraphProbe;
import dev.envproof.probe.graph.GraphProbe.Trial;
import dev.envproof.rule.Card;
import dev.envproof.rule.Need;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Severity;
import dev.envproof.rule.Verdict;

/** Where the file says that a shared graph may only be read, a write is refused. */
@Card(
        id = "isolation/shared-graph-is-read-only",
        says = "it can read the shared graph and not write it",
        severity = Severity.CRITICAL,
        because = "a test changes what customers are shown",
        remedy = "give this environment's user a role that can only read",
        requires = Need.GRAPH_WRITE_TRIAL,
        trippedBy = Fault.ISOLATION_GRAPH_WRITABLE,
        verifies = "EP-13")
public final class SharedGraphIsReadOnly implements Rule.OfEnvironment<GraphProbe.Seen> {

    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, GraphProbe.Seen seen) {
        return Verdict.all(
                seen.trials().stream().map(SharedGraphIsReadOnly::judge).toList());
    }

    private static Verdict judge(Trial trial) {
        if (!trial.reads().known().orElse(false)) {
            String why = trial.reads().fold(refused -> "reading it was refused", unknown -> unknown);
            return Verdict.inconclusive("the control failed: " + why, trial.evidence());
        }
        String undone = trial.rolledBack()
                ? ", and rolled back"
                : "; it could not be rolled back and ends with the server's own limit for transactions";
        return trial.writes()
                .fold(
                        accepted -> accepted
                                ? Verdict.broken("a refusal", "a write was accepted" + undone, trial.evidence())
                                : Verdict.held("it can be read, and a write was refused", trial.evidence()),
                        why -> Verdict.inconclusive("the write: " + why, trial.evidence()));
    }
}
