package dev.envproof.probe.mail;

import dev.envproof.environment.Store;
import dev.envproof.environment.StoreTerms;
import dev.envproof.environment.Target;
import dev.envproof.evidence.Exchange;
import dev.envproof.probe.HttpAddress;
import dev.envproof.probe.Lookout;
import dev.envproof.probe.Planted.Canary;
import dev.envproof.probe.Probe;
import dev.envproof.probe.Reply;
import dev.envproof.probe.Wire;
import dev.envproof.probe.Written;
import dev.envproof.probe.store.Fact;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** Looks where the run's canary mails arrive: in this environment's own outbox, and in the outside world. */
public final class MailProbe implements Probe<MailProbe.Seen> {
    private static final Duration BETWEEN = Duration.ofMillis(100);

    /** A real mail may leave a moment after its shadow was kept; and a stray one may be late. */
    private static final Duration LAG = Duration.ofSeconds(1);

    /** One look per canary mail of the run, this environment's own first. */
    public record Seen(List<MailLook> looks) implements dev.envproof.probe.Seen {
        public Seen {
            looks = List.copyOf(looks);
        }

        /** Looks for the mails that an environment was asked to send. */
        public Stream<MailLook> sentBy(String environment) {
            return looks.stream().filter(look -> look.canary().environment().equals(environment));
        }
    }

    /**
     * One canary mail as one environment shows it.
     *
     * @param outbox the environment's own
     * @param trap what stands for the outside world; nobody asks it about another environment's mail
     */
    public record MailLook(Canary canary, Fact<Delivery> outbox, Fact<Delivery> trap, List<Exchange> exchanges) {
        public MailLook {
            exchanges = List.copyOf(exchanges);
        }

        public Exchange[] evidence() {
            return exchanges.toArray(Exchange[]::new);
        }
    }

    @Override
    public Class<Seen> sees() {
        return Seen.class;
    }

    @Override
    public boolean seeksCanaries() {
        return true;
    }

    @Override
    public Seen look(Target target, Lookout lookout) {
        List<MailLook> own = Written.here(target, lookout.planted(), Store.Mail.class).stream()
                .map(canary -> own(target, canary, lookout.wire()))
                .toList();
        List<Canary> foreign = Written.elsewhere(target, lookout.planted(), Store.Mail.class);
        if (!foreign.isEmpty()) {
            Awaitility.await().pollDelay(LAG).forever().until(() -> true);
        }
        Stream<MailLook> others = foreign.stream().map(canary -> {
            Sight sight = sight(target, canary, terms(target, canary).outboxVariable(), "outbox", lookout.wire());
            return look(canary, sight, Sight.unknown("another environment's mail"));
        });
        return new Seen(Stream.concat(own.stream(), others).toList());
    }

    private static MailLook own(Target target, Canary canary, Wire wire) {
        Optional<String> trouble = Written.trouble(canary);
        if (trouble.isPresent()) {
            Sight none = Sight.unknown(trouble.get());
            return new MailLook(
                    canary, none.found(), none.found(), List.of(canary.written().exchange()));
        }
        StoreTerms.Mail terms = terms(target, canary);
        AtomicReference<Sight> outbox = new AtomicReference<>(Sight.unknown("nobody looked"));
        AtomicReference<Sight> trap = new AtomicReference<>(Sight.unknown("nobody looked"));
        boolean arrives = until(terms.window(), () -> {
            outbox.set(sight(target, canary, terms.outboxVariable(), "outbox", wire));
            trap.set(sight(target, canary, terms.trapVariable(), "trap", wire));
            return trap.get().arrived()
                    || terms.mode() == StoreTerms.Mode.SHADOW && outbox.get().arrived();
        });
        if (arrives && !trap.get().arrived()) {
            until(LAG, () -> {
                trap.set(sight(target, canary, terms.trapVariable(), "trap", wire));
                return trap.get().arrived();
            });
        }
        return look(canary, outbox.get(), trap.get());
    }

    private static MailLook look(Canary canary, Sight outbox, Sight trap) {
        return new MailLook(
                canary,
                outbox.found(),
                trap.found(),
                Stream.of(outbox, trap)
                        .flatMap(sight -> sight.exchange().stream())
                        .toList());
    }

    private static boolean until(Duration time, java.util.concurrent.Callable<Boolean> happens) {
        try {
            Awaitility.await()
                    .pollDelay(Duration.ZERO)
                    .pollInterval(BETWEEN)
                    .atMost(time.plus(BETWEEN))
                    .until(happens);
            return true;
        } catch (ConditionTimeoutException late) {
            return false;
        }
    }

    private static Sight sight(Target target, Canary canary, Optional<String> variable, String key, Wire wire) {
        Fact<HttpAddress> address = variable.<Fact<HttpAddress>>map(name -> HttpAddress.in(target, name))
                .orElseGet(() ->
                        new Fact.Unknown<>("the file of " + target.environment().name() + " names no `" + key + "`"));
        return address.fold(at -> sight(canary, wire.send(at.get())), Sight::unknown);
    }

    private static Sight sight(Canary canary, Reply reply) {
        Fact<Delivery> found = reply instanceof Reply.Answer answer
                ? MailList.find(answer, canary.id())
                : new Fact.Unknown<>(((Reply.NoAnswer) reply).stage() + ": " + ((Reply.NoAnswer) reply).why());
        return new Sight(found, Optional.of(reply.exchange()));
    }

    private static StoreTerms.Mail terms(Target target, Canary canary) {
        return target.environment()
                .store(canary.path().store())
                .flatMap(address -> address.terms().mail())
                .orElseGet(() ->
                        new StoreTerms.Mail(StoreTerms.Mode.SHADOW, Optional.empty(), Optional.empty(), Duration.ZERO));
    }

    private record Sight(Fact<Delivery> found, Optional<Exchange> exchange) {
        static Sight unknown(String why) {
            return new Sight(new Fact.Unknown<>(why), Optional.empty());
        }

        boolean arrived() {
            return found.known().filter(Delivery::arrived).isPresent();
        }
    }
}
