package dev.envproof.rule.flags;

import dev.envproof.environment.Environment;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.fault.Fault;
import dev.envproof.probe.flags.LogLevelProbe;
import dev.envproof.probe.flags.LogLevelProbe.Lines;
import dev.envproof.rule.Card;
import dev.envproof.rule.Need;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Severity;
import dev.envproof.rule.Verdict;
import java.util.List;
import java.util.Optional;

@Card(
        id = "flags/log-level-is-as-declared",
        says = "logs are no more talkative than declared",
        severity = Severity.MEDIUM,
        because = "debug lines hold what users send, and fill disks",
        remedy = "set the log level of this environment to the declared one",
        requires = Need.LOGS,
        trippedBy = Fault.FLAGS_LOG_LEVEL_DEBUG,
        verifies = {"JP-17", "CE-19", "EA-04"})
public final class LogLevelIsAsDeclared implements Rule.OfEnvironment<LogLevelProbe.Seen> {
    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, LogLevelProbe.Seen seen) {
        Optional<Level> declared = Level.of(environment.logLevel());
        return declared.map(level -> Verdict.all(seen.services().stream()
                        .map(lines -> judge(level, lines))
                        .toList()))
                .orElseGet(() -> Verdict.inconclusive("the declared log-level is none that loggers have"));
    }

    private static Verdict judge(Level declared, Lines lines) {
        List<Level> levels = lines.levels().stream()
                .map(Level::of)
                .flatMap(Optional::stream)
                .sorted()
                .toList();
        if (lines.doubt().isPresent()) {
            return Verdict.inconclusive(
                    lines.service() + ": " + lines.doubt().get(), lines.reply().exchange());
        }
        if (levels.isEmpty()) {
            return Verdict.inconclusive(
                    lines.service() + ": no line about a request names its level",
                    lines.reply().exchange());
        }
        Level lowest = levels.get(0);
        if (lowest.compareTo(declared) < 0) {
            return Verdict.broken(
                    "no line below " + declared.shown(),
                    "a line at level " + lowest.shown() + " of " + lines.service(),
                    lines.reply().exchange());
        }
        return levels.size() < lines.levels().size()
                ? Verdict.inconclusive(
                        lines.service() + ": a line has a level that no known logger writes",
                        lines.reply().exchange())
                : Verdict.held(
                        "no line below " + declared.shown(), lines.reply().exchange());
    }
}
