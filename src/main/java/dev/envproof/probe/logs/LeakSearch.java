package dev.envproof.probe.logs;

import dev.envproof.environment.Target;
import dev.envproof.evidence.Exchange;
import dev.envproof.evidence.Redaction;
import dev.envproof.probe.Reply.Answer;
import dev.envproof.probe.logs.Knock.Purpose;
import dev.envproof.probe.logs.LogProbe.Leak;
import dev.envproof.probe.logs.LogProbe.Leak.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Searches logs and answers for one environment's secrets, for hashes of them, and for passwords in URLs. */
final class LeakSearch {
    private final Target target;
    private final List<Knock> knocks;
    private final List<LogLine> lines;
    private final List<NamedSecret> secrets;
    private final Redaction any;

    LeakSearch(Target target, List<Knock> knocks, List<LogLine> lines) {
        this.target = target;
        this.knocks = knocks;
        this.lines = lines;
        this.secrets = NamedSecret.of(target);
        this.any = NamedSecret.anyOf(secrets);
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
            leaks.addAll(inLine(line, isError ? Kind.IN_ANSWER : Kind.IN_LOG));
        }
        leaks.addAll(acrossLines(leaks));
        for (Knock knock : knocks) {
            if (knock.reply().orElseThrow() instanceof Answer answer) {
                leaks.addAll(inAnswer(knock, answer));
            }
        }
        return leaks.stream().distinct().toList();
    }

    private String where(String service) {
        return "the log of " + service + " (" + target.environment().edge() + ")";
    }

    private List<Leak> inLine(LogLine line, Kind kind) {
        List<Leak> leaks = in(line.text(), kind, where(line.service()), Optional.empty());
        return leaks.isEmpty() && UrlPassword.isIn(line.text())
                ? List.of(new Leak(kind, "a URL with a password", where(line.service()), Optional.empty()))
                : leaks;
    }

    /** Long secrets are wrapped, and a wrapped one is in no line. */
    private List<Leak> acrossLines(List<Leak> known) {
        Map<String, String> texts = lines.stream()
                .collect(Collectors.groupingBy(
                        LogLine::service, TreeMap::new, Collectors.mapping(LogLine::text, Collectors.joining())));
        List<Leak> leaks = new ArrayList<>();
        texts.values().removeIf(text -> !any.finds(text));
        texts.forEach((service, text) -> secrets.stream()
                .filter(secret -> known.stream()
                        .noneMatch(leak -> leak.where().equals(where(service))
                                && leak.secret().equals(secret.variable())))
                .filter(secret -> secret.isIn(text))
                .forEach(secret ->
                        leaks.add(new Leak(Kind.IN_LOG, secret.variable(), where(service), Optional.empty()))));
        return leaks;
    }

    private List<Leak> inAnswer(Knock knock, Answer answer) {
        String where = "an answer of " + knock.service();
        List<Leak> leaks = new ArrayList<>(in(text(answer), Kind.IN_ANSWER, where, Optional.of(answer.exchange())));
        if (leaks.isEmpty() && UrlPassword.isIn(answer.body())) {
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
        boolean hasSome = any.finds(text);
        List<Leak> leaks = new ArrayList<>();
        for (NamedSecret secret : secrets) {
            if (hasSome && secret.isIn(text)) {
                leaks.add(new Leak(kind, secret.variable(), where, exchange));
            } else if (hasSome && secret.isHalfIn(text)) {
                leaks.add(new Leak(kind, "half of " + secret.variable(), where, exchange));
            }
            secret.hashIn(tokens)
                    .ifPresent(algorithm -> leaks.add(
                            new Leak(Kind.HASH, "the " + algorithm + " of " + secret.variable(), where, exchange)));
        }
        return leaks;
    }
}
