package dev.envproof.proof;

import dev.envproof.fault.Harmless;
import dev.envproof.report.Json;
import dev.envproof.suite.Finding;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** {@code reports/proof/matrix.json}: fault x rule, every finding that was not held. */
public final class ProofMatrix {
    private ProofMatrix() {}

    public static String of(String engine, List<ProofCase> cases) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("engine", engine);
        tree.put("proven", cases.stream().filter(ProofCase::isProven).count());
        tree.put("cases", cases.stream().map(ProofMatrix::row).toList());
        return Json.print(tree);
    }

    private static Map<String, Object> row(ProofCase it) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("deviation", it.deviation().id());
        row.put("system", it.deviation().system().folder());
        row.put("kind", !(it.deviation() instanceof Harmless) ? "fault" : "lookalike");
        row.put("proven", it.isProven());
        row.put("expected", it.expectation().primary().stream().sorted().toList());
        row.put("notHeld", cells(it.during().findings()));
        row.put("falseAlarms", it.falseAlarms().stream().map(ProofMatrix::cell).toList());
        row.put("damage", it.damage().stream().map(ProofMatrix::cell).toList());
        row.put("millis", it.during().took().toMillis());
        return row;
    }

    private static Map<String, List<String>> cells(List<Finding> findings) {
        Map<String, List<String>> cells = new TreeMap<>();
        findings.stream()
                .filter(finding -> !finding.isHeld())
                .forEach(finding -> cells.merge(
                        finding.rule(),
                        List.of(finding.subject() + " " + word(finding)),
                        (some, more) -> java.util.stream.Stream.concat(some.stream(), more.stream())
                                .toList()));
        return cells;
    }

    private static String cell(Finding finding) {
        return finding.rule() + ": " + finding.subject() + " " + word(finding);
    }

    private static String word(Finding finding) {
        return finding.isBroken() ? "broken" : "inconclusive";
    }
}
