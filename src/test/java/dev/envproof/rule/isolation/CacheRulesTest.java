package dev.envproof.rule.isolation;

import static dev.envproof.rule.isolation.StoreSeen.PRODUCTION;
import static dev.envproof.rule.isolation.StoreSeen.STAGING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.envproof.environment.Environment;
import dev.envproof.environment.RedisPolicy;
import dev.envproof.environment.RedisPolicy.Authentication;
import dev.envproof.environment.Store;
import dev.envproof.environment.StoreAddress;
import dev.envproof.probe.SampleSystem;
import dev.envproof.probe.redis.Cache;
import dev.envproof.probe.redis.Cache.Crossing;
import dev.envproof.probe.redis.CacheProbe;
import dev.envproof.probe.redis.RedisServer;
import dev.envproof.probe.store.Fact;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Verdict;
import dev.envproof.rule.Verdict.Broken;
import dev.envproof.rule.Verdict.Held;
import dev.envproof.rule.Verdict.Inconclusive;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Each rule about a Redis with its fault, its healthy look-alike, and what it can't tell. */
class CacheRulesTest {
    private static final RedisServer OF_STAGING = new RedisServer("run-1", "repl-1", 0, "cache.staging:6379");
    private static final RedisServer OF_PRODUCTION = new RedisServer("run-2", "repl-2", 0, "cache.prod:6379");
    private static final RedisPolicy STRICT = new RedisPolicy(Optional.empty(), true, 1, Authentication.PASSWORD);
    private static final Environment WITH_TLS = SampleSystem.withStores(
            STAGING,
            List.of(new StoreAddress(
                    "cache", "REDIS_URL", Optional.empty(), Optional.empty(), Optional.empty(), true, 0)));

    @Test
    void two_servers_are_each_ones_own() {
        assertThat(own(healthy(OF_STAGING), healthy(OF_PRODUCTION))).isInstanceOf(Held.class);
    }

    @Test
    void one_database_of_one_server_is_found() {
        assertThat(own(healthy(OF_STAGING), healthy(OF_STAGING)))
                .isInstanceOfSatisfying(
                        Broken.class,
                        broken -> assertThat(broken.saw())
                                .isEqualTo("the values of REDIS_URL lead to one: database 0 at cache.staging:6379"));
    }

    @Test
    void another_database_of_one_server_is_found() {
        RedisServer other = new RedisServer("run-1", "repl-1", 3, "cache.staging:6379");
        assertThat(own(healthy(OF_STAGING), healthy(other))).isInstanceOf(Broken.class);
    }

    @Test
    void a_replica_of_the_siblings_server_holds_the_same_keys() {
        RedisServer replica = new RedisServer("run-3", "repl-1", 0, "replica.prod:6379");
        assertThat(own(healthy(OF_STAGING), healthy(replica))).isInstanceOf(Broken.class);
    }

    @Test
    void two_servers_behind_one_name_are_two() {
        RedisServer beside = new RedisServer("run-2", "repl-2", 0, "cache.staging:6379");
        assertThat(own(healthy(OF_STAGING), healthy(beside))).isInstanceOf(Held.class);
    }

    @Test
    void a_key_that_crosses_is_found_whatever_the_servers_say() {
        assertThat(own(crossing(true, false), healthy(OF_PRODUCTION)))
                .isInstanceOfSatisfying(
                        Broken.class, broken -> assertThat(broken.saw()).startsWith("a key that was written in one"));
    }

    @Test
    void a_message_that_crosses_is_found() {
        assertThat(own(crossing(false, true), healthy(OF_PRODUCTION)))
                .isInstanceOfSatisfying(
                        Broken.class, broken -> assertThat(broken.saw()).startsWith("a message that was published"));
    }

    @Test
    void a_server_that_is_declared_as_shared_may_be_one() {
        assertThat(own(shared(OF_STAGING), shared(OF_STAGING))).isInstanceOf(Held.class);
    }

    @Test
    void a_server_that_was_not_reached_proves_nothing() {
        assertThat(own(unreached(), healthy(OF_PRODUCTION)))
                .isInstanceOfSatisfying(
                        Inconclusive.class, open -> assertThat(open.why()).startsWith("connect"));
    }

    @Test
    void an_answer_to_a_stranger_is_found() {
        assertThat(of(new CacheAsksForAPassword(), STAGING, open(new Fact.Known<>(true))))
                .isInstanceOf(Broken.class);
        assertThat(of(new CacheAsksForAPassword(), STAGING, open(new Fact.Known<>(false))))
                .isInstanceOf(Held.class);
        assertThat(of(new CacheAsksForAPassword(), STAGING, unreached())).isInstanceOf(Inconclusive.class);
    }

    @Test
    void a_plain_url_is_found_where_the_file_requires_tls() {
        assertThat(of(new CacheConnectionsAreEncrypted(), WITH_TLS, encrypted(false)))
                .isInstanceOfSatisfying(
                        Broken.class,
                        broken -> assertThat(broken.saw()).isEqualTo("REDIS_URL holds a plain redis:// URL"));
        assertThat(of(new CacheConnectionsAreEncrypted(), WITH_TLS, encrypted(true)))
                .isInstanceOf(Held.class);
    }

    @Test
    void a_redis_that_forgets_is_found_where_the_file_requires_persistence() {
        assertThat(of(new CacheIsKeptOnDisk(), STAGING, kept(new Fact.Known<>(""))))
                .isInstanceOf(Broken.class);
        assertThat(of(new CacheIsKeptOnDisk(), STAGING, kept(new Fact.Known<>("snapshots"))))
                .isInstanceOf(Held.class);
        assertThat(of(new CacheIsKeptOnDisk(), STAGING, kept(new Fact.Unknown<>("CONFIG is refused"))))
                .isInstanceOf(Inconclusive.class);
    }

    @Test
    void a_missing_replica_is_found() {
        assertThat(of(new CacheIsReplicated(), PRODUCTION, followed(0))).isInstanceOf(Broken.class);
        assertThat(of(new CacheIsReplicated(), PRODUCTION, followed(2))).isInstanceOf(Held.class);
    }

    private static Verdict own(Cache one, Cache other) {
        return new EachEnvironmentHasItsOwnCache().judge(STAGING, seen(one), PRODUCTION, seen(other));
    }

    private static Verdict of(Rule.OfEnvironment<CacheProbe.Seen> rule, Environment environment, Cache cache) {
        return rule.judge(SampleSystem.system(), environment, seen(cache));
    }

    private static CacheProbe.Seen seen(Cache cache) {
        return new CacheProbe.Seen(List.of(cache));
    }

    private static Cache healthy(RedisServer server) {
        return cache(
                false,
                new Fact.Known<>(server),
                new Fact.Known<>(false),
                true,
                new Fact.Known<>("snapshots"),
                1,
                List.of());
    }

    private static Cache shared(RedisServer server) {
        return cache(
                true,
                new Fact.Known<>(server),
                new Fact.Known<>(false),
                true,
                new Fact.Known<>("snapshots"),
                1,
                List.of());
    }

    private static Cache unreached() {
        Fact<RedisServer> server = new Fact.Unknown<>("connect: the Redis of REDIS_URL did not answer");
        return cache(false, server, new Fact.Unknown<>("connect"), true, new Fact.Unknown<>("connect"), 1, List.of());
    }

    private static Cache crossing(boolean key, boolean message) {
        Crossing crossing = new Crossing("production", new Fact.Known<>(key), new Fact.Known<>(message));
        return cache(
                false,
                new Fact.Known<>(OF_STAGING),
                new Fact.Known<>(false),
                true,
                new Fact.Known<>("snapshots"),
                1,
                List.of(crossing));
    }

    private static Cache open(Fact<Boolean> open) {
        return cache(false, new Fact.Known<>(OF_STAGING), open, true, new Fact.Known<>("snapshots"), 1, List.of());
    }

    private static Cache encrypted(boolean encrypted) {
        return cache(
                false,
                new Fact.Known<>(OF_STAGING),
                new Fact.Known<>(false),
                encrypted,
                new Fact.Known<>("snapshots"),
                1,
                List.of());
    }

    private static Cache kept(Fact<String> kept) {
        return cache(false, new Fact.Known<>(OF_STAGING), new Fact.Known<>(false), true, kept, 1, List.of());
    }

    private static Cache followed(int replicas) {
        return cache(
                false,
                new Fact.Known<>(OF_PRODUCTION),
                new Fact.Known<>(false),
                true,
                new Fact.Known<>("snapshots"),
                replicas,
                List.of());
    }

    private static Cache cache(
            boolean shared,
            Fact<RedisServer> server,
            Fact<Boolean> open,
            boolean encrypted,
            Fact<String> kept,
            int replicas,
            List<Crossing> crossings) {
        return new Cache(
                new Store.Redis("cache", shared, Optional.empty()),
                false,
                STRICT,
                "REDIS_URL",
                server,
                open,
                new Fact.Known<>(encrypted),
                kept,
                new Fact.Known<>(replicas),
                crossings);
    }
}
