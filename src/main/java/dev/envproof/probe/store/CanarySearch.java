package dev.envproof.probe.store;

import dev.envproof.environment.SystemUnderTest.CanaryPath;
import dev.envproof.environment.Target;
import dev.envproof.evidence.Exchange;
import dev.envproof.probe.Addressed;
import dev.envproof.probe.Ask;
import dev.envproof.probe.Planted.Canary;
import dev.envproof.probe.Reply;
import dev.envproof.probe.Reply.Answer;
import dev.envproof.probe.Reply.NoAnswer;
import dev.envproof.probe.Wire;
import dev.envproof.probe.store.CanaryProbe.Look;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** Looks for canaries through one environment's services. */
final class CanarySearch {
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration BETWEEN = Duration.ofMillis(50);
    private static final int MORE_LOOKS = 4;

    /** What replicates, syncs or caches lags behind. */
    private static final Duration LAG = Duration.ofSeconds(1);

    private final Target target;
    private final Wire wire;

    CanarySearch(Target target, Wire wire) {
        this.target = target;
        this.wire = wire;
    }

    Look lookFor(Canary canary) {
        if (!(canary.written() instanceof Answer written) || written.status() / 100 != 2) {
            return new Look(
                    canary,
                    new Fact.Unknown<>(notWritten(canary)),
                    canary.written().exchange());
        }
        Optional<URI> address = address(canary.path(), canary.id());
        if (address.isEmpty()) {
            return new Look(canary, new Fact.Unknown<>("no route reaches it"), written.exchange());
        }
        Ask ask = Addressed.to(target, Ask.get(address.get()));
        return canary.environment().equals(target.environment().name()) ? own(canary, ask) : foreign(canary, ask);
    }

    /** What did not show next door at once may show there a moment later. */
    List<Look> lookAgain(List<Look> looks) {
        if (looks.stream().noneMatch(this::isAbsentHere)) {
            return looks;
        }
        Awaitility.await().pollDelay(LAG).forever().until(() -> true);
        return looks.stream()
                .map(look -> isAbsentHere(look) ? lookFor(look.canary()) : look)
                .toList();
    }

    private boolean isAbsentHere(Look look) {
        return !look.canary().environment().equals(target.environment().name())
                && look.isPresent().known().filter(present -> !present).isPresent();
    }

    /** Its own canary may take a moment to show. */
    private Look own(Canary canary, Ask ask) {
        AtomicReference<Reply> latest = new AtomicReference<>(wire.send(ask));
        if (!shows(canary, latest.get())) {
            try {
                Awaitility.await()
                        .pollInterval(BETWEEN)
                        .atMost(PATIENCE)
                        .until(() -> shows(canary, latest.updateAndGet(before -> wire.send(ask))));
            } catch (ConditionTimeoutException late) {
                return look(canary, latest.get());
            }
        }
        return look(canary, latest.get());
    }

    /** Another one's canary must not show; where it does, more looks tell a shared store from requests that wander. */
    private Look foreign(Canary canary, Ask ask) {
        Reply first = wire.send(ask);
        if (!shows(canary, first)) {
            return look(canary, first);
        }
        long again = IntStream.range(0, MORE_LOOKS)
                .filter(turn -> shows(canary, wire.send(ask)))
                .count();
        Exchange exchange = first.exchange();
        return again == MORE_LOOKS
                ? look(canary, first)
                : new Look(
                        canary,
                        new Fact.Unknown<>("it showed in " + (again + 1) + " of " + (MORE_LOOKS + 1)
                                + " looks, so requests wander; see the family routing"),
                        exchange);
    }

    private static Look look(Canary canary, Reply reply) {
        return new Look(canary, presence(canary, reply), reply.exchange());
    }

    private static Fact<Boolean> presence(Canary canary, Reply reply) {
        if (reply instanceof NoAnswer none) {
            return new Fact.Unknown<>(none.stage() + ": " + none.why());
        }
        int status = ((Answer) reply).status();
        if (status == 404 || status == 410) {
            return new Fact.Known<>(false);
        }
        return shows(canary, reply)
                ? new Fact.Known<>(true)
                : new Fact.Unknown<>("the request for it was answered with " + status);
    }

    private static boolean shows(Canary canary, Reply reply) {
        return reply instanceof Answer answer
                && answer.status() == 200
                && answer.body().contains(canary.id());
    }

    private static String notWritten(Canary canary) {
        return canary.written() instanceof NoAnswer none
                ? none.why()
                : "writing it was answered with " + ((Answer) canary.written()).status();
    }

    private Optional<URI> address(CanaryPath path, String id) {
        return target.system().routeTo(path.service()).map(route -> route.at(target.edge(), path.path() + "/" + id));
    }
}
