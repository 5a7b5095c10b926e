package dev.envproof.report;

import dev.envproof.evidence.ShownText;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What became of the command that runs where the gate closes.
 *
 * @param exitCode empty where it did not end by itself
 * @param output the beginning of what it printed, redacted
 */
public record HookResult(Optional<Integer> exitCode, String output, Duration took) {
    private static final int LONGEST = 8_000;

    public HookResult {
        output = ShownText.of(output, LONGEST);
    }

    /** For the console. */
    public String text() {
        String end = exitCode.map(code -> "exit code " + code).orElse("no exit code");
        return "on.closed: " + end + " after " + took.toMillis() + " ms" + (output.isEmpty() ? "" : ": " + output);
    }

    Map<String, Object> tree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        exitCode.ifPresent(code -> tree.put("exitCode", code));
        tree.put("ended", exitCode.isPresent());
        tree.put("output", output);
        tree.put("durationMillis", took.toMillis());
        return tree;
    }
}
