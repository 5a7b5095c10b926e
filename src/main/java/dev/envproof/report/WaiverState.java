package dev.envproof.report;

import dev.envproof.suite.Finding;
import dev.envproof.suite.Findings;
import dev.envproof.suite.Suite;
import dev.envproof.suite.Waiver;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One waiver of the run's suite, and how it stands on the day of the run.
 *
 * @param daysLeft after today; negative once it is expired
 */
public record WaiverState(Waiver waiver, Standing standing, long daysLeft) {
    /** So long before its end a waiver is told about. */
    static final int SOON = 14;

    /** How a waiver stands. */
    public enum Standing {
        IN_FORCE("in force"),
        EXPIRED("expired"),
        NO_LONGER_NEEDED("no longer needed"),
        /** The run judged nothing that it covers. */
        NOT_JUDGED("nothing judged that it covers");

        private final String says;

        Standing(String says) {
            this.says = says;
        }

        public String says() {
            return says;
        }
    }

    /** Every waiver of the suite, in the order of its file. */
    public static List<WaiverState> all(Findings findings, Suite suite, LocalDate today) {
        return suite.waivers().stream()
                .map(waiver -> new WaiverState(waiver, standing(waiver, findings, today), waiver.daysLeft(today)))
                .toList();
    }

    /** Why it closes the gate, where it does. */
    Optional<String> closes() {
        return switch (standing) {
            case EXPIRED -> Optional.of(subject() + " expired on " + waiver.expires());
            case NO_LONGER_NEEDED -> Optional.of(subject() + " is no longer needed: remove it");
            case IN_FORCE, NOT_JUDGED -> Optional.empty();
        };
    }

    /** Whether it ends so soon that someone must be told; that alone closes no gate. */
    public boolean endsSoon() {
        return closes().isEmpty() && daysLeft <= SOON;
    }

    /** A line for the console and the summary; only of one that ends soon. */
    public String warning() {
        String left = daysLeft == 0 ? "today" : daysLeft == 1 ? "in a day" : "in " + daysLeft + " days";
        return subject() + " (" + waiver.where() + ") expires " + left + ", on " + waiver.expires();
    }

    private String subject() {
        return "the waiver of " + waiver.rule() + " by " + waiver.owner();
    }

    private static Standing standing(Waiver waiver, Findings findings, LocalDate today) {
        List<Finding> covered = findings.findings().stream()
                .filter(finding -> waiver.covers(finding.rule(), finding.subject()))
                .toList();
        if (waiver.isExpired(today)) {
            return Standing.EXPIRED;
        }
        if (covered.isEmpty()) {
            return Standing.NOT_JUDGED;
        }
        return covered.stream().allMatch(Finding::isHeld) ? Standing.NO_LONGER_NEEDED : Standing.IN_FORCE;
    }
}
