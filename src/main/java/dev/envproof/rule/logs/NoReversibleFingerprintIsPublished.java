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

/** No log and no answer shows a plain hash of a secret, whole or shortened. */
@Card(
        id = "logs/no-reversible-fingerprint-is-published",
        says = "no plain hash of a secret is in logs or answers",
        severity = Severity.HIGH,
        because = "a plain hash can be tried against lists of leaked values, and tells where a value is used again",
        remedy = "compare secrets by an HMAC under a random key that nobody keeps, or not at all",
        requires = Need.SECRETS,
        trippedBy = Fault.LOGS_REVERSIBLE_FINGERPRINT,
        verifies = "JP-18")
public final class NoReversibleFingerprintIsPublished implements Rule.OfEnvironment<LogProbe.Seen> {

    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, LogProbe.Seen seen) {
        return Leaks.judge(seen, Kind.HASH, "no plain hash of a secret, such as its SHA-256");
    }
}
