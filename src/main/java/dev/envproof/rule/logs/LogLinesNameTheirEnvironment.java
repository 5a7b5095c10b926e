package dev.envproof.rule.logs;

import dev.envproof.environment.Environment;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.evidence.VisibleText;
import dev.envproof.fault.Fault;
import dev.envproof.probe.logs.LogProbe;
import dev.envproof.probe.logs.LogProbe.Named;
import dev.envproof.rule.Card;
import dev.envproof.rule.Need;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Severity;
import dev.envproof.rule.Verdict;

/** The lines that a request leaves name the environment that it asked for and reached. */
@Card(
        id = "logs/log-lines-name-their-environment",
        says = "log lines name the environment that was asked for",
        severity = Severity.HIGH,
        because = "staging's errors wake people at night, and production's are taken for tests",
        remedy = "log the environment that was chosen for the request, not the one that the process was started with",
        requires = Need.LOGS,
        trippedBy = Fault.LOGS_WRONG_ENVIRONMENT,
        verifies = {"JP-21", "IN-12", "EA-16"})
public final class LogLinesNameTheirEnvironment implements Rule.OfEnvironment<LogProbe.Seen> {
    private static final int LONGEST = 40;

    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, LogProbe.Seen seen) {
        return Verdict.all(
                seen.named().stream().map(named -> judge(environment, named)).toList());
    }

    private static Verdict judge(Environment environment, Named named) {
        if (named.doubt().isPresent()) {
            return Verdict.inconclusive(named.doubt().get(), named.exchange());
        }
        if (named.environments().isEmpty()) {
            return Verdict.inconclusive(
                    "no log line of " + named.service() + " has the request's id", named.exchange());
        }
        return named.environments().stream()
                .filter(name -> !environment.goesBy(name))
                .findFirst()
                .map(name -> Verdict.broken(
                        environment.name(),
                        named.service() + " logged the request under " + shown(name),
                        named.exchange()))
                .orElseGet(() -> Verdict.held(named.service() + " logged it under " + environment.name()));
    }

    private static String shown(String name) {
        return name.isBlank() ? "no environment" : VisibleText.of(name.substring(0, Math.min(name.length(), LONGEST)));
    }
}
