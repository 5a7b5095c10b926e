package dev.envproof.run;

import dev.envproof.environment.Target;
import dev.envproof.evidence.Redaction;
import dev.envproof.history.HistoryFile;
import dev.envproof.history.Now;
import dev.envproof.history.Past;
import dev.envproof.history.RunLine;
import dev.envproof.history.RunLine.Tally;
import dev.envproof.history.Series;
import dev.envproof.history.Word;
import dev.envproof.notify.GitHub;
import dev.envproof.notify.Notifier;
import dev.envproof.probe.DeployedVersion;
import dev.envproof.probe.SocketWire;
import dev.envproof.report.Delivery;
import dev.envproof.report.Outcome;
import dev.envproof.report.Reports;
import dev.envproof.report.Watch;
import dev.envproof.suite.Alert;
import dev.envproof.suite.Alerting;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What follows the gate's decision and moves it no more: alerts, history, notifications. */
final class Watching {
    private static final DateTimeFormatter ID =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final String IN_THE_WAY =
            "each run clears its reports; accepted: a name of its own directly in reports/, or a place elsewhere";
    private final Path reports;
    private final Path history;
    private final Map<String, String> processEnvironment;
    private final Consumer<String> console;

    Watching(Flags flags, Map<String, String> processEnvironment, Consumer<String> console) {
        this.reports = flags.folder().resolve("reports");
        this.history = flags.folder().resolve(flags.history());
        this.processEnvironment = processEnvironment;
        this.console = console;
    }

    /** The alerts of a suite that asks for them; nobody is told of them yet. */
    static Outcome alerted(Outcome outcome, List<Target> verified, Redaction redaction) {
        List<Alert> alerts = outcome.suite()
                .alerts()
                .map(thresholds -> new Alerting(thresholds).at(verified, redaction))
                .orElse(List.of());
        return outcome.with(
                new Watch(alerts, Past.EMPTY, List.of(), outcome.watch().notes()));
    }

    /** What the services say they are. */
    static String version(List<Target> verified, Redaction redaction) {
        return redaction.redact(DeployedVersion.shown(verified, SocketWire.to(verified, redaction)));
    }

    /**
     * @param outcome with its alerts
     * @param version what the services say they are
     * @param redaction hides the secrets of these and of their siblings
     */
    Outcome watched(Outcome outcome, String version, Redaction redaction) {
        Series series = new Series(outcome.findings().system(), outcome.suite().name(), outcome.engine());
        List<Alert> alerts = outcome.watch().alerts();
        try (HistoryFile file = history(series)) {
            Now now = Now.of(line(outcome, version), outcome.findings().findings(), alerts);
            return told(outcome, alerts, file, now, redaction);
        }
    }

    private HistoryFile history(Series series) {
        return Reports.mayClear(reports, history)
                ? HistoryFile.refused(history, series, IN_THE_WAY)
                : HistoryFile.open(history, series);
    }

    private Outcome told(Outcome outcome, List<Alert> alerts, HistoryFile file, Now now, Redaction redaction) {
        Past past = file.past();
        Outcome alerted = outcome.with(new Watch(alerts, past, List.of(), List.of()));
        List<Delivery> deliveries = new ArrayList<>(
                new Notifier(outcome.suite().channels(), processEnvironment, redaction).tell(alerted, past, now));
        List<String> told = new ArrayList<>(deliveries.stream()
                .filter(Delivery::isToldAll)
                .map(Delivery::channel)
                .toList());
        GitHub gitHub = new GitHub(processEnvironment);
        if (gitHub.isHere()) {
            gitHub.annotations(alerted, past, now, redaction).forEach(console);
            told.add(GitHub.CHANNEL);
        }
        file.append(now.told(told));
        Outcome watched = outcome.with(new Watch(alerts, file.past(), deliveries, notes(outcome, file)));
        if (gitHub.isHere()) {
            gitHub.summarize(watched).ifPresent(deliveries::add);
        }
        return outcome.with(new Watch(alerts, file.past(), deliveries, notes(outcome, file)));
    }

    private static List<String> notes(Outcome outcome, HistoryFile file) {
        return Stream.concat(outcome.watch().notes().stream(), file.notes().stream())
                .toList();
    }

    private static RunLine line(Outcome outcome, String version) {
        String random = UUID.randomUUID().toString().substring(0, 8);
        return new RunLine(
                outcome.started().truncatedTo(ChronoUnit.SECONDS),
                ID.format(outcome.started()) + "-" + random,
                version,
                outcome.findings().environments(),
                outcome.gate().word(),
                new Tally(
                        count(outcome, Word.HELD),
                        count(outcome, Word.BROKEN),
                        count(outcome, Word.INCONCLUSIVE),
                        count(outcome, Word.WAIVED)),
                outcome.deviations(),
                List.of());
    }

    private static long count(Outcome outcome, String word) {
        return outcome.findings().findings().stream()
                .filter(finding -> Word.of(finding).equals(word))
                .count();
    }
}
