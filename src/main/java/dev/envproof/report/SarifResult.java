package dev.envproof.report;

import dev.envproof.environment.QualifiedName;
import dev.envproof.evidence.Exchange;
import dev.envproof.evidence.ShownText;
import dev.envproof.rule.Verdict;
import dev.envproof.suite.Finding;
import dev.envproof.suite.Subject;
import dev.envproof.suite.Waiver;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** A finding as a SARIF result (3.27), located at the file that declares its environment. */
record SarifResult(Finding finding, Outcome outcome, int rule) {
    private static final int LONGEST = 800;

    Map<String, Object> tree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("ruleId", finding.rule());
        tree.put("ruleIndex", rule);
        tree.put("kind", finding.isBroken() ? "fail" : "open");
        // 3.27.10: anything but a failure has no level
        tree.put("level", finding.isBroken() ? SarifRule.level(finding.card().severity()) : "none");
        tree.put("message", Json.object("text", message()));
        Subject subject = finding.subject();
        tree.put("locations", List.of(location(subject.environment())));
        subject.other().ifPresent(other -> tree.put("relatedLocations", List.of(location(other))));
        tree.put("partialFingerprints", fingerprints());
        // 3.27.23: of a run's results all have it, or none
        tree.put(
                "suppressions",
                finding.isBroken()
                        ? finding.waiver().map(SarifResult::suppression).stream()
                                .toList()
                        : List.of());
        tree.put("properties", properties());
        return tree;
    }

    private String message() {
        String said = finding.verdict() instanceof Verdict.Broken broken
                ? "expected: " + shown(broken.expected()) + "; saw: " + shown(broken.saw())
                : finding.verdict() instanceof Verdict.Inconclusive open ? "could not look: " + shown(open.why()) : "";
        return unlinked(FindingText.sentence(finding) + " - " + FindingText.word(finding) + ". " + said);
    }

    private Map<String, Object> properties() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("environment", finding.subject().environment());
        finding.subject().other().ifPresent(other -> tree.put("other", other));
        tree.put("verdict", FindingText.word(finding).toLowerCase(Locale.ROOT));
        outcome.suite().owners().of(finding.rule()).ifPresent(owner -> tree.put("owner", shown(owner)));
        if (finding.verdict() instanceof Verdict.Broken broken) {
            tree.put("expected", shown(broken.expected()));
            tree.put("saw", shown(broken.saw()));
        } else if (finding.verdict() instanceof Verdict.Inconclusive open) {
            tree.put("why", shown(open.why()));
        }
        finding.verdict().exchanges().stream()
                .map(Exchange::again)
                .findFirst()
                .filter(again -> again.length() <= 2 * LONGEST)
                .ifPresent(again -> tree.put("again", again));
        return tree;
    }

    /** A pair's second environment is told beside the first; its line is not known, so it is the file's first. */
    private Map<String, Object> location(String named) {
        QualifiedName name = QualifiedName.of(named);
        String system = name.system().orElse(outcome.findings().system());
        String environment = name.environment();
        String file = Stream.of("environments", system, environment + ".yaml")
                .map(SarifResult::segment)
                .reduce((path, part) -> path + "/" + part)
                .orElse("");
        List<Map<String, Object>> logical = new ArrayList<>();
        logical.add(Json.object(
                "name", environment, "kind", "module", "fullyQualifiedName", QualifiedName.in(system, environment)));
        if (finding.subject().other().isPresent()) {
            logical.add(Json.object("name", finding.subject().toString(), "kind", "module"));
        }
        return Json.object(
                "physicalLocation",
                Json.object("artifactLocation", Json.object("uri", file), "region", Json.object("startLine", 1)),
                "logicalLocations",
                logical);
    }

    /** The second is the one that GitHub tells alerts apart by; it would make it of a line that all of them share. */
    private Map<String, Object> fingerprints() {
        String digest = digest(finding.rule() + "\n" + finding.subject());
        return Json.object(
                "envproofRuleAndSubject/v1", digest, "primaryLocationLineHash", digest.substring(0, 16) + ":1");
    }

    private static Map<String, Object> suppression(Waiver waiver) {
        return Json.object(
                "kind",
                "external",
                "status",
                "accepted",
                "justification",
                shown(waiver.owner()) + ": " + shown(waiver.reason()) + " (until " + waiver.expires() + ")");
    }

    /** One segment of a path or an id, with what has a meaning there escaped (RFC 3986, 2.1). */
    static String segment(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("%2B", "+");
    }

    private static String shown(String text) {
        return ShownText.of(text, LONGEST);
    }

    /** SARIF's readers make a link of {@code [text](target)} in a message (3.11.6). */
    private static String unlinked(String text) {
        return text.replace("](", "] (");
    }

    private static String digest(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JVM has SHA-256", impossible);
        }
    }
}
