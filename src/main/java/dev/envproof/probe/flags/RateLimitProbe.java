package dev.envproof.probe.flags;

import dev.envproof.environment.RateLimit;
import dev.envproof.environment.Target;
import dev.envproof.evidence.Exchange;
import dev.envproof.probe.Addressed;
import dev.envproof.probe.Ask;
import dev.envproof.probe.Lookout;
import dev.envproof.probe.Probe;
import dev.envproof.probe.Reply;
import dev.envproof.probe.Reply.Answer;
import dev.envproof.probe.Volley;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/**
 * Sends the declared burst, and half as many requests more, to the limited path. An earlier run may have used the limit
 * up: where less than the burst passes, it waits for the declared refill and looks once more.
 */
public final class RateLimitProbe implements Probe<RateLimitProbe.Seen> {
    /** What nginx and RFC 6585 answer to one request too many, where nothing else is configured. */
    private static final Set<Integer> LIMITERS = Set.of(429, 503);

    private static final int AT_ONCE = 16;
    private static final int LEAST_MORE = 10;

    /**
     * What came of it.
     *
     * @param burst from a full limit, as far as the probe can know; empty where no limit is declared
     * @param station the environment's place in the system's declared order of promotion; below zero where it has none
     */
    public record Seen(Optional<Burst> burst, int station) implements dev.envproof.probe.Seen {}

    @Override
    public Class<Seen> sees() {
        return Seen.class;
    }

    /** It uses up what other probes would need of the limit. */
    @Override
    public boolean disturbs() {
        return true;
    }

    @Override
    public Seen look(Target target, Lookout lookout) {
        return new Seen(
                target.environment().rateLimit().map(limit -> look(target, lookout, limit)),
                target.system().promotion().indexOf(target.environment().name()));
    }

    private static Burst look(Target target, Lookout lookout, RateLimit limit) {
        Duration half = lookout.budget().dividedBy(2);
        Burst first = send(target, lookout, limit, half);
        Duration refill = Duration.ofSeconds(1 + (long) Math.ceil((double) limit.burst() / limit.perSecond()));
        boolean mayBeUsedUp = first.doubt().isEmpty() && first.limited() > 0 && !first.isFull(limit);
        if (!mayBeUsedUp) {
            return first;
        }
        if (refill.compareTo(half) > 0) {
            return new Burst(
                    first.sent(),
                    first.passed(),
                    first.limited(),
                    first.limitedOtherwise(),
                    first.took(),
                    Optional.of("an earlier run may have used the limit up, and a refill takes " + refill.toSeconds()
                            + " s"),
                    first.exchanges());
        }
        Awaitility.await().pollDelay(refill).timeout(refill.plusSeconds(5)).until(() -> true);
        return send(target, lookout, limit, half);
    }

    private static Burst send(Target target, Lookout lookout, RateLimit limit, Duration budget) {
        int sent = limit.burst() + Math.max(LEAST_MORE, limit.burst() / 2);
        Ask ask = Addressed.to(target, Ask.get(target.edge().resolve(limit.path())));
        long start = System.nanoTime();
        List<Reply> replies = new Volley(lookout.wire(), AT_ONCE, budget).send(Collections.nCopies(sent, ask));
        return burst(target, limit, replies, Duration.ofNanos(System.nanoTime() - start));
    }

    private static Burst burst(Target target, RateLimit limit, List<Reply> replies, Duration took) {
        List<Answer> answers = replies.stream()
                .filter(Answer.class::isInstance)
                .map(Answer.class::cast)
                .toList();
        List<Answer> limited = answers.stream()
                .filter(answer -> answer.status() == limit.status())
                .toList();
        List<Answer> otherwise = answers.stream()
                .filter(answer -> answer.status() != limit.status() && LIMITERS.contains(answer.status()))
                .toList();
        List<Answer> passed = answers.stream()
                .filter(answer -> !limited.contains(answer) && !otherwise.contains(answer))
                .toList();
        List<Exchange> exchanges = Stream.of(passed, limited, otherwise)
                .flatMap(list -> list.stream().limit(1))
                .map(Answer::exchange)
                .toList();
        return new Burst(
                replies.size(),
                passed.size(),
                limited.size(),
                otherwise.size(),
                took,
                doubt(target, replies, passed, otherwise),
                exchanges);
    }

    private static Optional<String> doubt(
            Target target, List<Reply> replies, List<Answer> passed, List<Answer> otherwise) {
        Optional<String> silent = replies.stream()
                .filter(Reply.NoAnswer.class::isInstance)
                .flatMap(reply -> Addressed.doubt(target, reply).stream())
                .findFirst();
        Optional<String> down = otherwise.stream()
                .filter(answer -> otherwise.size() == replies.size())
                .map(answer -> "not one request passed: " + answer.status())
                .findFirst();
        Optional<String> missing = passed.stream()
                .filter(answer -> answer.status() == 404)
                .map(answer -> "the path is not there: 404")
                .findFirst();
        Optional<String> other = passed.stream()
                .flatMap(answer -> Addressed.doubt(target, answer).stream())
                .findFirst();
        return Stream.of(silent, down, missing, other).flatMap(Optional::stream).findFirst();
    }
}
