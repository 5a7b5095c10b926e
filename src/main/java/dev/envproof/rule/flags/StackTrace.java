package dev.envproof.rule.flags;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Recognises the stack traces that the common runtimes print, as text, in JSON or in HTML. */
final class StackTrace {
    private static final Map<String, Pattern> BY_RUNTIME = new TreeMap<>(Map.of(
            "Java",
                    Pattern.compile("\\bat [\\w.$/<>]+\\((?:[\\w$]+\\.(?:java|kt|scala|groovy):\\d+"
                            + "|Native Method|Unknown Source)\\)"),
            "Python", Pattern.compile("Traceback \\(most recent call last\\)|File \"[^\"]+\\.py\", line \\d+"),
            "JavaScript",
                    Pattern.compile(
                            "\\bat (?:[\\w.<>\\[\\] ]{1,80} \\()?(?:file://|node:|/|[A-Z]:\\\\)[^\\s()]*:\\d+:\\d+"),
            ".NET", Pattern.compile("\\bat [\\w.`<>+]+\\([^)]*\\) in [^\\n]{1,300}:line \\d+"),
            "Go", Pattern.compile("goroutine \\d+ \\[running]|\\.go:\\d+ \\+0x"),
            "Ruby", Pattern.compile("\\.rb:\\d+:in ['`\u2018]"),
            "PHP", Pattern.compile("#\\d+ [^\\s(]+\\.php\\(\\d+\\)|\\.php on line \\d+"),
            "Rust", Pattern.compile("thread '[^'\\n]*' panicked at"),
            "Elixir", Pattern.compile("\\([a-z_]+ \\d+\\.\\d+[^)\\n]*\\) (?:lib|src)/[^:\\s]+\\.exs?:\\d+")));

    private StackTrace() {}

    /** The runtime whose stack trace a body holds. */
    static Optional<String> in(String body) {
        String plain = plain(body);
        return BY_RUNTIME.entrySet().stream()
                .filter(runtime -> runtime.getValue().matcher(plain).find())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** Without the escapes of JSON strings and of HTML. */
    private static String plain(String body) {
        return body.replace("\\n", "\n")
                .replace("\\t", "\t")
                .replace("\\\"", "\"")
                .replace("&quot;", "\"")
                .replace("&#34;", "\"")
                .replace("&#39;", "'")
                .replace("&#x27;", "'")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&nbsp;", " ");
    }
}
