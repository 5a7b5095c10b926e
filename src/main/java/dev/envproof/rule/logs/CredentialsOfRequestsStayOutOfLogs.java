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

/** What a request carries in Authorization, a cookie, a key header or a token parameter is in no log line. */
@Card(
        id = "logs/credentials-of-requests-stay-out-of-logs",
        says = "credentials that a request carries are not logged",
        severity = Severity.HIGH,
        because = "whoever reads the log acts as the users whose requests it holds",
        remedy = "leave Authorization, cookies, keys and the query out of the log format, or mask them",
        requires = Need.LOGS,
        trippedBy = Fault.LOGS_AUTHORIZATION_KEPT,
        verifies = "JP-18")
public final class CredentialsOfRequestsStayOutOfLogs implements Rule.OfEnvironment<LogProbe.Seen> {

    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, LogProbe.Seen seen) {
        return Verdict.all(seen.carried().stream()
                .map(traced -> TracedRequest.judge(traced, "no trace of a made-up credential"))
                .toList());
    }
}
