package dev.envproof.report;

import dev.envproof.evidence.ShownText;
import dev.envproof.suite.Finding;
import dev.envproof.suite.Findings;
import dev.envproof.suite.Suite;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Open or closed, and why.
 *
 * @param reasons why it is closed, one sentence each; empty where it is open
 * @param broken whether a broken rule is among the reasons
 */
public record Gate(List<String> reasons, boolean broken) {
    private static final int LONGEST = 1_000;

    public Gate {
        reasons = reasons.stream().map(reason -> ShownText.of(reason, LONGEST)).toList();
    }

    public boolean isOpen() {
        return reasons.isEmpty();
    }

    /** OPEN or CLOSED, as reports print it. */
    public String word() {
        return isOpen() ? "OPEN" : "CLOSED";
    }

    public static Gate decide(Findings findings, Suite suite, LocalDate today) {
        List<String> reasons = new ArrayList<>();
        findings.findings().stream()
                .filter(finding -> closes(finding, suite, today))
                .forEach(finding -> reasons.add(reason(finding)));
        boolean broken =
                findings.findings().stream().anyMatch(finding -> finding.isBroken() && closes(finding, suite, today));
        if (!findings.shard().isWhole()) {
            // how many were judged and which waivers are needed can be told of all parts together only
            reasons.addAll(findings.leftBehind());
            return new Gate(reasons, broken);
        }
        reasons.addAll(tooFew(findings, suite));
        WaiverState.all(findings, suite, today)
                .forEach(waiver -> waiver.closes().ifPresent(reasons::add));
        reasons.addAll(findings.leftBehind());
        return new Gate(reasons, broken);
    }

    /** The first of them, and how many more there are. */
    public List<String> reasons(int most) {
        return reasons.size() <= most
                ? reasons
                : Stream.concat(
                                reasons.stream().limit(most),
                                Stream.of((reasons.size() - most) + " more; findings.json has all"))
                        .toList();
    }

    /** The same, closed by these as well. */
    public Gate and(List<String> more) {
        return new Gate(Stream.concat(reasons.stream(), more.stream()).toList(), broken);
    }

    /** Whether this one finding closes the gate. */
    public static boolean closes(Finding finding, Suite suite, LocalDate today) {
        boolean waived =
                finding.waiver().filter(waiver -> !waiver.isExpired(today)).isPresent();
        return !finding.isHeld()
                && !(waived && finding.isBroken())
                && suite.blocking().contains(finding.card().severity());
    }

    private static String reason(Finding finding) {
        String word = finding.isBroken() ? "broken" : "inconclusive";
        return finding.subject() + ": " + finding.card().says() + " - " + word + " (" + finding.rule() + ")";
    }

    private static List<String> tooFew(Findings findings, Suite suite) {
        if (findings.environments().isEmpty()) {
            return List.of("no environment was verified");
        }
        return findings.environments().stream()
                .filter(name -> count(findings, name) < suite.atLeast())
                .map(name -> name + ": " + Plural.of(count(findings, name), "rule") + " judged, the suite "
                        + suite.name() + " asks for at least " + suite.atLeast())
                .toList();
    }

    private static long count(Findings findings, String environment) {
        return findings.findings().stream()
                .filter(finding -> finding.subject().isAbout(environment))
                .map(Finding::rule)
                .distinct()
                .count();
    }
}
