package dev.envproof.rule.flags;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Recognises the stack traces that the common runtimes print, as text, in JSON or in HTML. Every repetition that spans
 * words has a bound: a body is a stranger's, and may be made to keep a pattern busy.
 */
final class StackTrace {
    private static final List<Printed> KNOWN = List.of(
            new Printed(
                    "Java",
                    "\\bat [\\w.$/<>]{1,300}\\((?:[\\w$]{1,200}\\.(?:java|kt|scala|groovy)(?::\\d+)?"
                            + "|Native Method|Unknown Source|<generated>)\\)"),
            new Printed(
                    "Python",
                    "Traceback \\(most recent call last\\)|File \"[^\"\\n]{1,300}(?:\\.py\", line \\d|\", line \\d+, in )"),
            new Printed(
                    "JavaScript",
                    "\\bat (?:[\\w.$#*<>\\[\\] ]{1,80} \\()?(?:file://|node:|webpack|/|[A-Z]:\\\\)[^\\s()]{0,300}:\\d+:\\d+"),
            new Printed("Go", "goroutine \\d+ \\[running]|\\.go:\\d+ \\+0x|\\n\\t\\S{1,300}\\.go:\\d"),
            new Printed("Ruby", "\\.rb:\\d+:in ['`\u2018]"),
            new Printed("PHP", "#\\d+ [^\\s(]{1,300}\\.php\\(\\d+\\)|\\.php on line \\d|Stack trace:\\s{1,9}#0 "),
            new Printed("Rust", "thread '[^'\\n]{0,100}' (?:\\(\\d+\\) )?panicked at|\\bat \\S{1,300}\\.rs:\\d+:\\d"),
            new Printed("Elixir", "\\([a-z_]{1,60} \\d+\\.\\d[^)\\n]{0,60}\\) (?:lib|src)/[^:\\s]{1,300}\\.exs?:\\d"),
            // Without debug symbols its frames name no file, so that one alone could be prose.
            new Printed(
                    ".NET",
                    "\\bat [\\w.`<>+]{1,300}\\([^)\\n]{0,300}\\)"
                            + "(?: in [^\\n]{1,300}:line \\d|\\s{0,3}\\n\\s{0,9}at [\\w.`<>+]{1,300}\\()"),
            new Printed(
                    "structured",
                    "\"(?:file|filename|fileName)\"\\s{0,9}:\\s{0,9}\"[^\"\\n]{1,300}"
                            + "\\.(?:php|py|rb|[cm]?[jt]sx?|java|kt|cs|go|exs?|rs)\"\\s{0,9},\\s{0,9}"
                            + "\"line(?:no|Number|_number)?\"\\s{0,9}:\\s{0,9}\\d"));

    private static final Pattern NUMBERED =
            Pattern.compile("\\\\u([0-9a-fA-F]{4})|&#[xX]([0-9a-fA-F]{1,4});|&#(\\d{1,4});");
    private static final Pattern LINE_BREAK = Pattern.compile("\\\\r\\\\n|\\\\n|\\r\\n|<br ?/?>");
    private static final Pattern TAG = Pattern.compile("</?[a-zA-Z][^<>]{0,200}>");

    private StackTrace() {}

    /** The runtime whose stack trace a body holds; {@code structured} where it is taken apart into members. */
    static Optional<String> in(String body) {
        String plain = plain(body);
        List<String> texts =
                Stream.of(plain, TAG.matcher(plain).replaceAll("")).distinct().toList();
        return KNOWN.stream()
                .filter(printed -> texts.stream()
                        .anyMatch(text -> printed.pattern().matcher(text).find()))
                .map(Printed::runtime)
                .findFirst();
    }

    /** Without the escapes of JSON strings and of HTML. */
    private static String plain(String body) {
        String numbered = NUMBERED.matcher(body).replaceAll(StackTrace::character);
        return LINE_BREAK
                .matcher(numbered)
                .replaceAll("\n")
                .replace("\\t", "\t")
                .replace("\\\"", "\"")
                .replace("\\/", "/")
                .replace("&quot;", "\"")
                .replace("&apos;", "'")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&nbsp;", " ");
    }

    private static String character(MatchResult escape) {
        String hex = escape.group(1) == null ? escape.group(2) : escape.group(1);
        int code = hex == null ? Integer.parseInt(escape.group(3)) : Integer.parseInt(hex, 16);
        return Matcher.quoteReplacement(Character.toString(code));
    }

    private record Printed(String runtime, Pattern pattern) {
        Printed(String runtime, String pattern) {
            this(runtime, Pattern.compile(pattern));
        }
    }
}
