package dev.envproof.rule.logs;

import dev.envproof.environment.Environment;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.fault.Fault;
import dev.envproof.probe.logs.LogProbe;
import dev.envproof.probe.logs.LogProbe.Leak.Kind;
import dev.envproof.rule.Card;
import dev.envproof.rule.Need;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Severity;
import dev.envproof.rule.Verdict;

/** Answers, those to bad requests above all, hold no secret and no URL with a password; nor do their log lines. */
@Card(
        id = "logs/errors-name-no-credentials",
        says = "no answer, and no error above all, names credentials",
        severity = Severity.CRITICAL,
        because = "whoever sends a bad request is handed the database",
        remedy = "catch driver errors where they arise and answer with a request id; mask the password of every URL",
        requires = Need.SECRETS,
        trippedBy = Fault.LOGS_URL_IN_ERROR,
        verifies = {"JP-08", "JP-18"})
public final class ErrorsNameNoCredentials implements Rule.OfEnvironment<LogProbe.Seen> {

    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, LogProbe.Seen seen) {
        return Leaks.judge(seen, Kind.IN_ANSWER, "no secret and no URL with a password");
    }
}
