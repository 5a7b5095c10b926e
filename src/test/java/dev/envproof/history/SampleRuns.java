package dev.envproof.history;

import dev.envproof.history.RunLine.Tally;
import dev.envproof.suite.Subject;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs of one system that saw what a test likes. */
final class SampleRuns {
    static final Series SERIES = new Series("job-platform", "nightly", "remote");
    static final Spot CORS = new Spot(Subject.of("staging"), "cors/foreign-origin-is-refused");
    static final Spot PAIR = new Spot(Subject.of("staging", "production"), "isolation/database-points-to-no-sibling");
    static final Spot ALERT = new Spot(Subject.of("staging"), "alert/down/api");

    private SampleRuns() {}

    /** A run with that number; verdicts of spots in turn. */
    static Now run(int number, List<String> told, Object... spotsAndVerdicts) {
        Map<Spot, String> verdicts = new LinkedHashMap<>();
        for (int at = 0; at < spotsAndVerdicts.length; at += 2) {
            verdicts.put((Spot) spotsAndVerdicts[at], (String) spotsAndVerdicts[at + 1]);
        }
        String gate = verdicts.containsValue(Word.BROKEN) ? "CLOSED" : "OPEN";
        return new Now(
                new RunLine(
                        Instant.parse("2026-11-21T03:00:00Z").plusSeconds(86_400L * number),
                        "run-" + number,
                        "1.4." + number,
                        List.of("production", "staging"),
                        gate,
                        new Tally(1, 0, 0, 0),
                        List.of(),
                        told),
                verdicts);
    }

    /** The same run, of one environment alone. */
    static Now of(String environment, Now now) {
        RunLine run = now.run();
        return new Now(
                new RunLine(
                        run.time(),
                        run.id(),
                        run.version(),
                        List.of(environment),
                        run.gate(),
                        run.tally(),
                        run.deviations(),
                        run.told()),
                now.verdicts());
    }
}
