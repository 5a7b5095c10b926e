package dev.envproof.probe.redis;

import dev.envproof.environment.Store;
import dev.envproof.environment.StoreAddress;
import dev.envproof.environment.Target;
import dev.envproof.probe.RedisFailure;
import dev.envproof.probe.RedisSession;
import dev.envproof.probe.redis.Cache.Crossing;
import dev.envproof.probe.store.Fact;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A run-unique key, and a message, that one environment's Redis is given; it goes by itself where it can't be removed. */
final class KeyCanary {
    private static final Duration LIFE = Duration.ofSeconds(60);
    private static final Duration SILENCE = Duration.ofMillis(300);

    private final Target home;
    private final StoreAddress address;
    private final Store.Redis declared;
    private final Duration deadline;
    private final String id = UUID.randomUUID().toString();

    KeyCanary(Target home, StoreAddress address, Store.Redis declared, Duration deadline) {
        this.home = home;
        this.address = address;
        this.declared = declared;
        this.deadline = deadline;
    }

    /** Writes it, looks for it at home and at each sibling, and removes it. */
    List<Crossing> at(List<Target> siblings) {
        try (RedisSession session = RedisSession.open(home, address, deadline.multipliedBy(4))) {
            session.set(key(), id, LIFE);
            boolean isThere = session.get(key()).equals(Optional.of(id));
            List<Crossing> crossings = siblings.stream()
                    .flatMap(sibling -> sibling.environment().store(declared.name()).stream()
                            .map(theirs -> crossing(session, sibling, theirs, isThere)))
                    .toList();
            session.delete(key());
            return crossings;
        } catch (RedisFailure failed) {
            return siblings.stream()
                    .map(sibling -> notWritten(sibling, failed.why()))
                    .toList();
        }
    }

    private String key() {
        return address.redis().keyPrefix().orElse("") + "envproof:" + id;
    }

    private static Crossing notWritten(Target sibling, String why) {
        Fact<Boolean> unknown = new Fact.Unknown<>("the canary was not written: " + why);
        return new Crossing(sibling.environment().name(), unknown, unknown);
    }

    private Crossing crossing(RedisSession session, Target sibling, StoreAddress theirs, boolean isThere) {
        String name = sibling.environment().name();
        if (!isThere) {
            return notWritten(sibling, "it can't be read at home");
        }
        Fact<Boolean> key = Facts.of(() -> {
            try (RedisSession abroad = RedisSession.open(sibling, theirs, deadline)) {
                return abroad.get(key()).equals(Optional.of(id));
            }
        });
        Fact<Boolean> message = Facts.of(() -> {
            try (RedisSession abroad = RedisSession.open(sibling, theirs, deadline)) {
                abroad.listen(key());
                session.publish(key(), id);
                return abroad.hears(SILENCE);
            }
        });
        return new Crossing(name, key, message);
    }
}
