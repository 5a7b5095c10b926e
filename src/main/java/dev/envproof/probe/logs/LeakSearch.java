package dev.envproof.probe.logs;

import dev.envproof.environment.Target;
import dev.envproof.evidence.Exchange;
import dev.envproof.probe.Reply.Answer;
import dev.envproof.probe.logs.Knock.Purpose;
import dev.envproof.probe.logs.LogProbe.Leak;
import dev.envproof.probe.logs.LogProbe.Leak.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Searches logs and answers for one environment's secrets, for hashes of them, and for passwords in URLs. */
final class LeakSearch {
    /** {@code scheme://user:password@host}, unless what stands for the password is plainly a mask. */
    private static final Pattern URL_PASSWORD = Pattern.compile(
            "\\b[a-z][a-z0-9+.-]{1,20}://[^\\s:/@\"']{1,100}:(?!\\[redacted]|[*x.•]+@|<)[^\\s@/\"']{1,200}@");

    private final Target target;
    private final List<Knock> knocks;
    private final List<LogLine> lines;
    private final List<NamedSecret> secrets;

    LeakSearch(Target target, List<Knock> knocks, List<LogLine> lines) {
        this.target = target;
        this.knocks = knocks;
        this.lines = lines;
        this.secrets = NamedSecret.of(target);
    }

    int answers() {
        return Math.toIntExact(knocks.stream().filter(Knock::arrived).count());
    }

    int secrets() {
        return secrets.size();
    }

    /** What an error made a service log belongs to the error's finding, not to the log's. */
    List<Leak> leaks() {
        Set<String> errors = knocks.stream()
                .filter(knock -> knock.purpose() == Purpose.ERROR)
                .map(Knock::id)
                .collect(Collectors.toUnmodifiableSet());
        List<Leak> leaks = new ArrayList<>();
        for (LogLine line : lines) {
            boolean isError = errors.stream().anyMatch(line.text()::contains);
            String where =
                    "the log of " + line.service() + " (" + target.environment().edge() + ")";
            leaks.addAll(in(line.text(), isError ? Kind.IN_ANSWER : Kind.IN_LOG, where, Optional.empty()));
        }
        for (Knock knock : knocks) {
            if (knock.reply().orElseThrow() instanceof Answer answer) {
                leaks.addAll(inAnswer(knock, answer));
            }
        }
        return leaks.stream().distinct().toList();
    }

    private List<Leak> inAnswer(Knock knock, Answer answer) {
        String where = "an answer of " + knock.service();
        List<Leak> leaks = new ArrayList<>(in(text(answer), Kind.IN_ANSWER, where, Optional.of(answer.exchange())));
        if (leaks.isEmpty() && URL_PASSWORD.matcher(answer.body()).find()) {
            leaks.add(new Leak(Kind.IN_ANSWER, "a URL with a password", where, Optional.of(answer.exchange())));
        }
        return leaks;
    }

    private static String text(Answer answer) {
        String headers = answer.headers().stream()
                .map(header -> header.name() + ": " + header.value())
                .collect(Collectors.joining("\n"));
        return headers + "\n" + answer.body();
    }

    private List<Leak> in(String text, Kind kind, String where, Optional<Exchange> exchange) {
        HashTokens tokens = HashTokens.of(text);
        List<Leak> leaks = new ArrayList<>();
        for (NamedSecret secret : secrets) {
            if (secret.isIn(text)) {
                leaks.add(new Leak(kind, secret.variable(), where, exchange));
            }
            secret.hashIn(tokens)
                    .ifPresent(algorithm -> leaks.add(
                            new Leak(Kind.HASH, "the " + algorithm + " of " + secret.variable(), where, exchange)));
        }
        return leaks;
    }
}
