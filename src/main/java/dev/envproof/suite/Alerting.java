package dev.envproof.suite;

import dev.envproof.environment.Target;
import dev.envproof.evidence.Redaction;
import dev.envproof.probe.Lookout;
import dev.envproof.probe.health.Pulse;
import dev.envproof.probe.health.PulseLook;
import dev.envproof.suite.Alert.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Asks the services' health in a row and compares what came with a suite's thresholds. */
public final class Alerting {
    private static final Duration BUDGET = Duration.ofSeconds(15);
    private final Thresholds thresholds;
    private final Duration budget;

    public Alerting(Thresholds thresholds) {
        this(thresholds, BUDGET);
    }

    Alerting(Thresholds thresholds, Duration budget) {
        this.thresholds = thresholds;
        this.budget = budget;
    }

    /** Looks at the targets, one environment after the other. */
    public List<Alert> at(List<Target> targets, Redaction redaction) {
        Lookout lookout = Lookout.over(targets, redaction, budget);
        List<Alert> alerts = new ArrayList<>();
        for (Target target : targets) {
            String environment = target.environment().name();
            List<Pulse> pulses = new PulseLook(lookout, thresholds.requests(), budget).at(target);
            if (pulses.isEmpty()) {
                alerts.add(
                        new Alert(Kind.NOT_MEASURED, environment, "every service", "the system declares no `health`"));
            }
            pulses.forEach(pulse -> alerts.addAll(judge(environment, pulse)));
        }
        return List.copyOf(alerts);
    }

    /** What one service's pulse is alerted for. */
    List<Alert> judge(String environment, Pulse pulse) {
        List<Alert> alerts = new ArrayList<>();
        if (pulse.beats().isEmpty()) {
            return List.of(new Alert(
                    Kind.NOT_MEASURED,
                    environment,
                    pulse.service(),
                    "each of " + pulse.throttled() + " requests was throttled with the status 429"));
        }
        boolean down = thresholds.down().filter(most -> isDown(pulse, most)).isPresent();
        if (down) {
            alerts.add(new Alert(
                    Kind.DOWN,
                    environment,
                    pulse.service(),
                    down(pulse, thresholds.down().orElseThrow())));
        }
        boolean told = down && pulse.failed().size() == pulse.beats().size();
        thresholds
                .errorRate()
                .filter(most -> !told && rate(pulse) > most)
                .ifPresent(most ->
                        alerts.add(new Alert(Kind.ERROR_RATE, environment, pulse.service(), rate(pulse, most))));
        thresholds
                .latency()
                .filter(most -> pulse.median().toMillis() > most)
                .ifPresent(most ->
                        alerts.add(new Alert(Kind.DEGRADATION, environment, pulse.service(), latency(pulse, most))));
        thresholds
                .dependencies()
                .ifPresent(most -> pulse.unhealthy().forEach((name, times) -> {
                    if (times >= most) {
                        alerts.add(new Alert(
                                Kind.DEPENDENCY,
                                environment,
                                pulse.service() + "/" + name,
                                "unhealthy in " + times + " of " + pulse.beats().size() + " answers"
                                        + above(times, most)));
                    }
                }));
        return alerts;
    }

    /** Where every request hangs, the time is over before the row is. */
    private boolean isDown(Pulse pulse, int most) {
        int asked = pulse.beats().size() + pulse.throttled();
        return pulse.longestFailure() >= most
                || (asked < thresholds.requests()
                        && pulse.longestFailure() == pulse.beats().size());
    }

    private String down(Pulse pulse, int most) {
        int row = pulse.longestFailure();
        String counted = row + " of " + pulse.beats().size() + " requests failed in a row";
        String crossed = row >= most
                ? above(row, most)
                : ", and the " + budget.toSeconds() + " s for " + thresholds.requests() + " requests were over";
        return counted + crossed + lastly(pulse);
    }

    private static String rate(Pulse pulse, int most) {
        return pulse.failed().size() + " of " + pulse.beats().size() + " requests failed, " + shown(rate(pulse))
                + " %: " + shown(rate(pulse) - most) + " points above the threshold of " + most + " %"
                + lastly(pulse);
    }

    private static String latency(Pulse pulse, int most) {
        long median = pulse.median().toMillis();
        return "median latency " + median + " ms of " + pulse.beats().size() + " requests: " + (median - most)
                + " ms above the threshold of " + most + " ms";
    }

    private static String above(long seen, int most) {
        return ": " + (seen == most ? "at" : (seen - most) + " above") + " the threshold of " + most;
    }

    private static String lastly(Pulse pulse) {
        List<Pulse.Beat> failed = pulse.failed();
        return " (" + failed.get(failed.size() - 1).says() + ")";
    }

    private static double rate(Pulse pulse) {
        return 100.0 * pulse.failed().size() / pulse.beats().size();
    }

    private static String shown(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : String.format(Locale.ROOT, "%.1f", number);
    }
}
