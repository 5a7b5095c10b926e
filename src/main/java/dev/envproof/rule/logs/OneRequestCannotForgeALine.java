package dev.envproof.rule.logs;

import dev.envproof.environment.Environment;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.fault.Fault;
import dev.envproof.probe.logs.LogProbe;
import dev.envproof.rule.Card;
import dev.envproof.rule.Need;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Severity;
import dev.envproof.rule.Verdict;

/** A line break in a path, a query or a header stays inside the line of its request (CWE-117). */
@Card(
        id = "logs/one-request-cannot-forge-a-line",
        says = "a line break in a request makes no log line of its own",
        severity = Severity.MEDIUM,
        because = "an attacker writes entries that look like the service's and hides behind them",
        remedy = "write log lines as JSON, or escape control characters in everything that a caller sends",
        requires = Need.LOGS,
        trippedBy = Fault.LOGS_LINE_INJECTION,
        verifies = "EA-16")
public final class OneRequestCannotForgeALine implements Rule.OfEnvironment<LogProbe.Seen> {

    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, LogProbe.Seen seen) {
        return Verdict.all(seen.broken().stream()
                .map(traced -> TracedRequest.judge(traced, "one line, with the break escaped"))
                .toList());
    }
}
