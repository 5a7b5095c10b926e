package dev.envproof.probe;

import dev.envproof.environment.Store;
import dev.envproof.environment.StoreAddress;
import dev.envproof.environment.Target;
import dev.envproof.probe.StoreIdentity.Known;
import dev.envproof.probe.StoreIdentity.Unknown;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;

/** Asks stores directly who they are, past every service and edge; each store once a run, whoever asks. */
public final class StoreIdentities {
    private static final Duration DEADLINE = Duration.ofSeconds(5);
    private static final int LONGEST = 200;
    /** A store that hangs must not hold up another. */
    private static final Executor ONE_EACH =
            look -> DaemonThreads.named("store").newThread(look).start();

    private final Map<Place, CompletableFuture<StoreIdentity>> known = new ConcurrentHashMap<>();

    /** The identity of each store that the target's environment declares, by store name; all are asked at once. */
    public Map<String, StoreIdentity> of(Target target, Wire wire) {
        List<Asked> asked = begin(target, wire);
        return asked.stream()
                .collect(Collectors.toUnmodifiableMap(
                        Asked::store, it -> it.identity().join()));
    }

    /** Asks without waiting, so that what is asked of other targets and services goes on beside it. */
    public List<Asked> begin(Target target, Wire wire) {
        String environment = target.environment().name();
        return target.environment().stores().stream()
                .filter(address -> tell(target, address.store()))
                .map(address -> new Asked(
                        address.store(),
                        known.computeIfAbsent(
                                new Place(environment, address.store()),
                                place -> CompletableFuture.supplyAsync(() -> ask(target, address, wire), ONE_EACH))))
                .toList();
    }

    /**
     * Whether a store tells environments apart: mail, search and graph stores are told apart by what is in them, and so is a
     * Redis that environments share on purpose.
     */
    public static boolean tell(Target target, String store) {
        return target.system()
                .store(store)
                .filter(it -> it instanceof Store.Database
                        || it instanceof Store.ObjectStorage
                        || (it instanceof Store.Redis redis && !redis.isShared()))
                .isPresent();
    }

    /** Asks the store at this address, now and whoever asked before. */
    public static StoreIdentity ask(Target target, StoreAddress address, Wire wire) {
        Optional<Store> store = target.system().store(address.store());
        Optional<String> url = address.urlIn(target.variables());
        if (store.isEmpty() || url.isEmpty()) {
            return Unknown.because("this run can't see the variable " + address.urlVariable());
        }
        if (store.get() instanceof Store.ObjectStorage bucket) {
            String key = address.keyIn(target.variables()).orElse("");
            return StorageAddress.parse(url.get(), key)
                    .map(api -> ofBucket(
                            wire.send(api.object(bucket.bucket(), "identity").within(DEADLINE))))
                    .orElseGet(() -> Unknown.because("parse: " + address.urlVariable() + " holds no http URL"));
        }
        if (store.get() instanceof Store.Redis) {
            return ofRedis(target, address);
        }
        return DatabaseAddress.parse(url.get())
                .map(database -> ofDatabase(address.urlVariable(), database))
                .orElseGet(() -> Unknown.because("parse: " + address.urlVariable() + " holds no postgresql URL"));
    }

    private static StoreIdentity ofRedis(Target target, StoreAddress address) {
        try (RedisSession session = RedisSession.open(target, address, DEADLINE)) {
            return Optional.ofNullable(session.info().get("run_id"))
                    .<StoreIdentity>map(Known::new)
                    .orElseGet(() -> Unknown.because("parse: INFO has no run_id"));
        } catch (RedisFailure failed) {
            return Unknown.because(failed.why());
        }
    }

    private static StoreIdentity ofDatabase(String variable, DatabaseAddress address) {
        try (Connection connection = address.connect(DEADLINE);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select system_identifier::text from pg_control_system()")) {
            row.next();
            return new Known(Objects.requireNonNull(row.getString(1), "a cluster has an identifier"));
        } catch (SQLException failed) {
            // Only the state: the driver's message may quote the URL.
            String state = Optional.ofNullable(failed.getSQLState()).orElse("none");
            return Unknown.because("connect: the database of " + variable + " gave SQLSTATE " + state);
        }
    }

    private static StoreIdentity ofBucket(Reply reply) {
        if (reply instanceof Reply.NoAnswer none) {
            return new Unknown(none.stage() + ": " + none.why(), Optional.empty(), Optional.of(none.exchange()));
        }
        Reply.Answer answer = (Reply.Answer) reply;
        String value = answer.body().strip();
        if (answer.status() == 200 && !answer.cut() && !value.isEmpty() && value.length() <= LONGEST) {
            return new Known(value);
        }
        return new Unknown(
                "the storage answered " + answer.status() + " to the request for its identity",
                Optional.of(answer.status()),
                Optional.of(answer.exchange()));
    }

    /** A store that was asked who it is. */
    public record Asked(String store, CompletableFuture<StoreIdentity> identity) {}

    private record Place(String environment, String store) {}
}
