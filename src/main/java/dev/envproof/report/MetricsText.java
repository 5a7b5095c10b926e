package dev.envproof.report;

import dev.envproof.environment.QualifiedName;
import dev.envproof.history.RunLine;
import dev.envproof.suite.Alert;
import dev.envproof.suite.Finding;
import dev.envproof.suite.Waiver;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * {@code envproof.prom}, for a node exporter's textfile collector: the gate, how many findings came to what, what did not
 * hold, waivers, alerts and latencies. The number of series is bounded, and how many are left out is one of them.
 */
final class MetricsText {
    /** Of each kind that grows with what was found. */
    static final int MOST = 200;

    private static final Map<String, String> ALONE = Map.of();

    private final Outcome outcome;
    private final List<Gauge> gauges = new ArrayList<>();
    private final Map<String, String> leftOut = new LinkedHashMap<>();

    private MetricsText(Outcome outcome) {
        this.outcome = outcome;
    }

    static String of(Outcome outcome) {
        MetricsText metrics = new MetricsText(outcome);
        metrics.run();
        metrics.matrix();
        metrics.findings();
        metrics.waivers();
        metrics.alerts();
        metrics.latencies();
        metrics.leftOut();
        StringBuilder text = new StringBuilder();
        metrics.gauges.forEach(gauge -> gauge.appendTo(text));
        // the end of OpenMetrics; a comment to the older format
        return text.append("# EOF\n").toString();
    }

    private void run() {
        one(
                "gate_open",
                "Whether the gate is open (1) or closed (0).",
                outcome.gate().isOpen() ? 1 : 0);
        gauge("start_time_seconds", "When the run began, in seconds since 1970: alert where it is long ago.")
                .set(ALONE, seconds(outcome.started().toEpochMilli()));
        gauge("duration_seconds", "How long the run took, the start of a replica included.")
                .set(ALONE, seconds(outcome.took()));
        gauge("verification_duration_seconds", "From the first look to the last verdict.")
                .set(ALONE, seconds(outcome.findings().took()));
        one("rules_judged", "How many rules were judged.", outcome.findings().rules());
        one(
                "environments_verified",
                "How many environments were verified.",
                outcome.findings().environments().size());
        gauge("run_info", "Where it was verified.").set(Map.of("engine", outcome.engine()), 1);
        Gauge version = gauge("deployed_version_info", "What the services said they are.");
        outcome.watch().past().lastRuns(1).stream()
                .map(RunLine::version)
                .filter(said -> !said.isEmpty())
                .forEach(said -> version.set(Map.of("version", said), 1));
    }

    /** A pair counts in both its environments, as it does in the summary. */
    private void matrix() {
        Gauge findings = gauge("findings", "Findings by environment, family and verdict; a pair counts in both.");
        Matrix matrix = new Matrix(outcome.findings());
        bounded("environments", matrix.environments())
                .forEach(environment -> matrix.families().forEach(family -> {
                    Counts counts = matrix.cell(environment, family).counts();
                    Map<String, String> where = with(environment(environment), "family", family);
                    findings.set(with(where, "verdict", "held"), counts.held());
                    findings.set(with(where, "verdict", "broken"), counts.broken());
                    findings.set(with(where, "verdict", "inconclusive"), counts.inconclusive());
                    findings.set(with(where, "verdict", "waived"), counts.waived());
                }));
    }

    private void findings() {
        Gauge one = gauge("finding", "A finding that did not hold; the worst come first.");
        for (Finding finding : bounded("findings", WorstFirst.of(outcome.findings()))) {
            Map<String, String> labels = environment(finding.subject().environment());
            labels.put(
                    "other",
                    finding.subject()
                            .other()
                            .map(name -> QualifiedName.of(name).environment())
                            .orElse(""));
            labels.put("rule", finding.rule());
            labels.put("severity", finding.card().severity().name().toLowerCase(Locale.ROOT));
            labels.put("verdict", FindingText.word(finding).toLowerCase(Locale.ROOT));
            labels.put("owner", outcome.suite().owners().of(finding.rule()).orElse(""));
            one.set(labels, 1);
        }
    }

    private void waivers() {
        Gauge left = gauge("waiver_days_left", "Days that a waiver counts after today; negative once it is expired.");
        List<WaiverState> soonestFirst = outcome.waivers().stream()
                .sorted(Comparator.comparing(WaiverState::daysLeft))
                .toList();
        for (WaiverState state : bounded("waivers", soonestFirst)) {
            Waiver waiver = state.waiver();
            Map<String, String> labels = new LinkedHashMap<>();
            labels.put("rule", waiver.rule());
            labels.put("environment", waiver.environment().orElse(""));
            labels.put("other", waiver.other().orElse(""));
            labels.put("owner", waiver.owner());
            left.set(labels, state.daysLeft());
        }
    }

    private void alerts() {
        List<Alert> alerts = outcome.watch().alerts();
        one("alerts", "Thresholds that were crossed.", alerts.size());
        Gauge one = gauge("alert", "A threshold that was crossed.");
        bounded("alerts", alerts)
                .forEach(alert -> one.set(
                        with(with(environment(alert.environment()), "service", alert.service()), "kind", alert.word()),
                        1));
    }

    private void latencies() {
        Gauge median = gauge("health_latency_seconds", "Median time of a health answer, where it was measured.");
        Gauge most = gauge("health_latency_limit_seconds", "What the suite admits beside the recorded median.");
        for (Latency latency : bounded("latencies", outcome.latencies())) {
            Map<String, String> where = Map.of("environment", latency.environment(), "path", latency.path());
            latency.median().ifPresent(millis -> median.set(where, plain(millis / 1_000)));
            if (latency.recorded().isPresent()) {
                most.set(where, plain(latency.most() / 1_000));
            }
        }
    }

    private void leftOut() {
        Gauge gauge = gauge("left_out", "What has no series here, because there is too much of it.");
        leftOut.forEach((kind, count) -> gauge.set(Map.of("kind", kind), count));
    }

    private <T> List<T> bounded(String kind, List<T> all) {
        leftOut.put(kind, Integer.toString(Math.max(0, all.size() - MOST)));
        return all.subList(0, Math.min(MOST, all.size()));
    }

    private void one(String name, String help, long value) {
        gauge(name, help).set(ALONE, value);
    }

    /** Two files in one folder may not hold the same series: each names its system and suite. */
    private Gauge gauge(String name, String help) {
        Map<String, String> common = new LinkedHashMap<>();
        common.put("system", outcome.findings().system());
        common.put("suite", outcome.suite().name());
        if (!outcome.findings().shard().isWhole()) {
            common.put("shard", outcome.findings().shard().toString());
        }
        Gauge gauge = new Gauge("envproof_" + name, help, common);
        gauges.add(gauge);
        return gauge;
    }

    /** In a run over several systems each series has its own one's label. */
    private static Map<String, String> environment(String name) {
        QualifiedName qualified = QualifiedName.of(name);
        Map<String, String> labels = new LinkedHashMap<>();
        qualified.system().ifPresent(system -> labels.put("system", system));
        labels.put("environment", qualified.environment());
        return labels;
    }

    private static Map<String, String> with(Map<String, String> labels, String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(labels);
        more.put(name, value);
        return more;
    }

    private static String seconds(Duration took) {
        return seconds(took.toMillis());
    }

    private static String seconds(long millis) {
        return BigDecimal.valueOf(millis, 3).toPlainString();
    }

    private static String plain(double seconds) {
        return Double.isFinite(seconds) ? BigDecimal.valueOf(seconds).toPlainString() : "+Inf";
    }
}
