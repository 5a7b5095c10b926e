package dev.envproof.probe.logs;

import dev.envproof.environment.Environment.AccessKey;
import dev.envproof.environment.Logs;
import dev.envproof.environment.Target;
import dev.envproof.evidence.Exchange;
import dev.envproof.evidence.Redaction;
import dev.envproof.probe.LogTail;
import dev.envproof.probe.Lookout;
import dev.envproof.probe.Reply;
import dev.envproof.probe.logs.Knock.Purpose;
import dev.envproof.probe.logs.LogProbe.Named;
import dev.envproof.probe.logs.LogProbe.Seen;
import dev.envproof.probe.logs.LogProbe.Traced;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** One look at one environment's logs. */
final class LogLook {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration BETWEEN = Duration.ofMillis(50);

    private final Target target;
    private final Lookout lookout;
    private final String token = "made-up-" + UUID.randomUUID();
    private final String mark = "forged-" + UUID.randomUUID();
    private final String forged = "{\"level\":\"info\",\"request\":\"" + mark + "\"}";
    private final List<LogTail> tails;

    LogLook(Target target, Lookout lookout) {
        this.target = target;
        this.lookout = lookout;
        this.tails = target.logFiles().entrySet().stream()
                .map(log -> new LogTail(log.getKey(), log.getValue()))
                .toList();
    }

    Seen look() {
        List<Knock> knocks = new Knocks(target, token, forged)
                .all().stream()
                        .map(knock -> knock.answered(lookout.wire().send(knock.ask())))
                        .toList();
        List<LogLine> lines = linesOnce(knocks);
        List<LogLine> everything = Stream.concat(
                        readable()
                                .flatMap(tail ->
                                        tail.firstLines().stream().map(line -> new LogLine(tail.service(), line))),
                        lines.stream())
                .toList();
        LeakSearch search = new LeakSearch(target, knocks, everything);
        return new Seen(
                of(knocks, Purpose.PLAIN).map(knock -> named(knock, lines)).toList(),
                of(knocks, Purpose.CREDENTIALS)
                        .map(knock -> carried(knock, lines))
                        .toList(),
                of(knocks, Purpose.LINE_BREAK)
                        .map(knock -> broken(knock, lines))
                        .toList(),
                search.leaks(),
                everything.size(),
                search.answers(),
                search.secrets(),
                unread());
    }

    /** Logs may be written a moment after the answer. */
    private List<LogLine> linesOnce(List<Knock> knocks) {
        Set<String> awaited = knocks.stream()
                .filter(knock -> knock.arrived() && knock.purpose() == Purpose.PLAIN)
                .map(Knock::id)
                .collect(Collectors.toUnmodifiableSet());
        try {
            return tails.isEmpty()
                    ? List.of()
                    : Awaitility.await()
                            .pollDelay(Duration.ZERO)
                            .pollInterval(BETWEEN)
                            .atMost(PATIENCE)
                            .ignoreException(UncheckedIOException.class)
                            .until(this::lines, lines -> awaited.stream().allMatch(id -> isIn(lines, id)));
        } catch (ConditionTimeoutException late) {
            return lines();
        }
    }

    /** A log may begin with the first request. */
    private Stream<LogTail> readable() {
        return tails.stream().filter(LogTail::isReadable);
    }

    private List<String> unread() {
        return tails.stream()
                .filter(tail -> !tail.isReadable())
                .map(LogTail::service)
                .sorted()
                .toList();
    }

    private List<LogLine> lines() {
        return readable()
                .flatMap(tail -> tail.lines().stream().map(line -> new LogLine(tail.service(), line)))
                .toList();
    }

    private Named named(Knock knock, List<LogLine> lines) {
        String pointer = target.system().logs().map(Logs::environment).orElse("");
        List<String> environments = lines.stream()
                .filter(line -> line.text().contains(knock.id()))
                .map(line -> line.at(pointer).orElse(""))
                .toList();
        return new Named(knock.service(), OwnStores.doubt(target, lookout, knock), environments, exchange(knock));
    }

    private Traced carried(Knock knock, List<LogLine> lines) {
        Redaction made = Redaction.of(List.of(token));
        Optional<Redaction> access = target.environment()
                .access()
                .map(AccessKey::variable)
                .flatMap(target.variables()::value)
                .map(value -> Redaction.of(List.of(value)));
        Optional<String> shows = Stream.of(
                        lines.stream()
                                .filter(line -> line.service().equals(knock.service())
                                        || line.text().contains(knock.id()))
                                .filter(line -> made.finds(line.text()))
                                .map(line -> "the credential of a request is in the log of " + line.service()),
                        lines.stream()
                                .filter(line -> line.service().equals(knock.service()))
                                .filter(line -> access.filter(key -> key.finds(line.text()))
                                        .isPresent())
                                .map(line -> "the access key of requests is in the log of " + line.service()))
                .flatMap(found -> found)
                .findFirst();
        return new Traced(knock.service(), false, isIn(lines, knock.id()), shows, exchange(knock));
    }

    private Traced broken(Knock knock, List<LogLine> lines) {
        Optional<String> shows = lines.stream()
                .filter(line -> line.service().equals(knock.service()))
                .filter(line -> line.text().contains(mark) && line.beginsWith(forged))
                .map(line -> "the log of " + line.service() + " has a line that a request made up")
                .findFirst();
        boolean isRefused = knock.reply().orElseThrow() instanceof Reply.Answer answer && answer.status() / 100 == 4;
        return new Traced(knock.service(), isRefused, isIn(lines, knock.id()), shows, exchange(knock));
    }

    private static boolean isIn(List<LogLine> lines, String id) {
        return lines.stream().anyMatch(line -> line.text().contains(id));
    }

    private static Stream<Knock> of(List<Knock> knocks, Purpose purpose) {
        return knocks.stream().filter(knock -> knock.purpose() == purpose);
    }

    private static Exchange exchange(Knock knock) {
        return knock.reply().map(Reply::exchange).orElseThrow();
    }
}
