package dev.envproof.run;

import java.util.Arrays;
import java.util.List;

/** What {@code -D} takes, the same for Maven and the jar; a new flag is one more line here. */
public enum Flag {
    ENV("env", "staging", "one environment, or a comma list (every one)"),
    SYSTEM("system", "job-platform", "a folder of environments/, a comma list, or all"),
    SUITE("suite", "smoke", "a file of suites/ (full)"),
    TARGET("target", "replica|remote", "force one"),
    REPLICA("replica", "auto|embedded|docker|compose", "the replica's engine"),
    FAULT("fault", "ID", "start the replica with it, or a comma list"),
    EXPECT_VERSION("expect.version", "VERSION", "first wait until the deployed version answers"),
    READY_WITHIN("ready.within", "2m", "first wait so long until health is green"),
    READY_GREENS("ready.greens", "3", "so many times in a row (3)"),
    LATENCY_BASELINE("latency.baseline", "FILE", "record health's latency there, or compare with it"),
    PARITY_BASELINE("parity.baseline", "FILE", "tell what changed of the parity contract since the last good run"),
    ON_CLOSED("on.closed", "COMMAND", "run it where the gate closes, with verdict.json as its input"),
    ON_CLOSED_TIMEOUT("on.closed.timeout", "60s", "how long it may take (60s)"),
    SHARD("shard", "2/4", "one part of the suite, for a machine of its own; see merge"),
    HISTORY("history", "FILE", "what each run changed is added there (reports/history.jsonl)");

    private final String key;
    private final String example;
    private final String says;

    Flag(String key, String example, String says) {
        this.key = key;
        this.example = example;
        this.says = says;
    }

    /** The word between {@code -D} and the equals sign. */
    public String key() {
        return key;
    }

    /** A value that it takes, its values with strokes between them, or a word in capitals for one. */
    public String example() {
        return example;
    }

    /** What it does, for a line of help. */
    public String says() {
        return says;
    }

    /** Every key, in the order of the help. */
    public static List<String> keys() {
        return Arrays.stream(values()).map(Flag::key).toList();
    }
}
