package dev.envproof.rule.isolation;

import dev.envproof.environment.Environment;
import dev.envproof.environment.RedisPolicy;
import dev.envproof.environment.StoreAddress;
import dev.envproof.environment.StoreTerms;
import dev.envproof.environment.SystemUnderTest.CanaryPath;
import dev.envproof.evidence.Exchange;
import dev.envproof.probe.Planted.Canary;
import dev.envproof.probe.Reply.Answer;
import dev.envproof.probe.SampleSystem;
import dev.envproof.probe.mail.Delivery;
import dev.envproof.probe.mail.MailProbe.MailLook;
import dev.envproof.probe.store.Fact;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What probes see of mail, search and graph stores, for rules to judge. */
final class SideStoreSeen {
    static final Exchange EXCHANGE = new Exchange("GET http://x.example/", List.of(), "curl");
    static final Delivery ARRIVED = new Delivery(true, List.of("someone@customer.example"));
    static final Delivery ABSENT = new Delivery(false, List.of());

    private SideStoreSeen() {}

    static Canary canary(String environment, String store) {
        return new Canary(
                environment,
                new CanaryPath(store, store, "api", store),
                "id-of-" + environment,
                new Answer(201, List.of(), "", false, Duration.ZERO, EXCHANGE));
    }

    static MailLook mailOf(String environment, Fact<Delivery> outbox, Fact<Delivery> trap) {
        return new MailLook(canary(environment, "mail"), outbox, trap, List.of(EXCHANGE));
    }

    static <T> Fact<T> known(T value) {
        return new Fact.Known<>(value);
    }

    static <T> Fact<T> unknown(String why) {
        return new Fact.Unknown<>(why);
    }

    static Environment mailing(String name, StoreTerms.Mode mode) {
        StoreTerms.Mail mail = new StoreTerms.Mail(mode, Optional.of("OUTBOX"), Optional.of("TRAP"), Duration.ZERO);
        return with(
                name,
                "mail",
                new StoreTerms(Optional.of(mail), Optional.empty(), false, false, Optional.empty(), false));
    }

    static Environment searching(String name, String prefix) {
        return with(
                name,
                "search",
                new StoreTerms(Optional.empty(), Optional.of(prefix), false, false, Optional.empty(), false));
    }

    private static Environment with(String name, String store, StoreTerms terms) {
        StoreAddress address = new StoreAddress(
                store,
                "STORE_URL",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                0,
                RedisPolicy.NONE,
                terms);
        return SampleSystem.withStores(SampleSystem.environment(name, "X", Set.of()), List.of(address));
    }
}
