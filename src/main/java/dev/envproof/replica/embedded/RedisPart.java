package dev.envproof.replica.embedded;

import static org.awaitility.Awaitility.await;

import dev.envproof.environment.Environment;
import dev.envproof.environment.RedisPolicy;
import dev.envproof.environment.Store;
import dev.envproof.environment.StoreAddress;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.fault.Fault;
import dev.envproof.fault.RedisLookAlike;
import dev.envproof.replica.Component;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.args.ClientType;
import redis.clients.jedis.params.ClientKillParams;

/** One environment's own Redis: a real server, its replica where one is declared, and TLS in front of both. */
final class RedisPart implements Component {
    private static final int ROLES = 16;
    private static final Duration IN_STEP = Duration.ofSeconds(10);

    private final String environment;
    private final String password = RandomText.word(40);
    private final List<String> passwords =
            Stream.generate(() -> RandomText.word(40)).limit(ROLES).toList();
    private final RedisProcess server;
    private final Optional<RedisProcess> follower;
    private final SelfSignedCertificate certificate = SelfSignedCertificate.make();
    private final SelfSignedCertificate client = SelfSignedCertificate.make();
    private final RedisTlsFront front;
    private final RedisTlsFront strictFront;
    private volatile boolean admitsEverybody;

    RedisPart(SystemUnderTest system, Environment environment, Path runFolder) {
        this.environment = environment.name();
        this.server = new RedisProcess("redis-" + environment.name(), runFolder, password);
        boolean isFollowed = policies(system, environment).anyMatch(policy -> policy.replicas() > 0);
        this.follower = Stream.of(new RedisProcess("redis-replica-" + environment.name(), runFolder, password))
                .filter(any -> isFollowed)
                .findFirst();
        Optional<String> shown = Optional.of(pem(certificate));
        this.front = new RedisTlsFront(PemContext.of(shown, Optional.empty()), false);
        this.strictFront = new RedisTlsFront(PemContext.of(shown, Optional.of(client.certificate())), true);
    }

    private static Stream<RedisPolicy> policies(SystemUnderTest system, Environment environment) {
        return environment.stores().stream()
                .filter(address -> system.store(address.store())
                        .filter(Store.Redis.class::isInstance)
                        .isPresent())
                .map(StoreAddress::redis);
    }

    private static String pem(SelfSignedCertificate certificate) {
        return certificate.certificate() + certificate.privateKey();
    }

    @Override
    public String name() {
        return "redis " + environment;
    }

    @Override
    public void start() {
        server.start();
        front.start(server.port());
        strictFront.start(server.port());
        follower.ifPresent(RedisProcess::start);
        follow();
    }

    /** Forgets every key, and undoes what a fault or an outage did. */
    void show(Shape inside) {
        boolean isStaging = environment.equals("staging");
        boolean isOpen = isStaging && inside.shows(Fault.ISOLATION_CACHE_WITHOUT_PASSWORD);
        boolean isKept = inside.system()
                        .environment(environment)
                        .map(declared -> policies(inside.system(), declared).anyMatch(RedisPolicy::persistenceRequired))
                        .orElse(false)
                && !(isStaging && inside.shows(Fault.ISOLATION_CACHE_NOT_KEPT));
        boolean isCertified = isStaging && inside.shows(RedisLookAlike.ISOLATION_CACHE_CLIENT_CERTIFICATES);
        server.doAsAdmin(admin -> {
            admin.flushAll();
            admitsEverybody = isOpen || isCertified;
            admit(admin, admitsEverybody);
            admin.configSet("appendonly", isKept ? "yes" : "no");
        });
        follow();
        if (inside.shows(Fault.ISOLATION_CACHE_NOT_REPLICATED)) {
            follower.ifPresent(it -> it.doAsAdmin(Jedis::replicaofNoOne));
            follower.ifPresent(it -> untilFollowers(followers -> followers == 0));
        }
    }

    private void admit(Jedis admin, boolean everybody) {
        admin.aclSetUser("default", "on", "resetpass", everybody ? "nopass" : ">" + password);
        for (int role = 1; role < ROLES; role++) {
            admin.aclSetUser(user(role), "on", "resetpass", ">" + passwords.get(role), "~*", "&*", "+@all");
        }
    }

    private static String user(int role) {
        return "role-" + role;
    }

    private void follow() {
        follower.ifPresent(replica -> {
            if (followers() == 0) {
                replica.doAsAdmin(admin -> admin.replicaof("127.0.0.1", server.port()));
                untilFollowers(followers -> followers > 0);
            }
        });
    }

    private void untilFollowers(Function<Long, Boolean> isSo) {
        await().atMost(IN_STEP)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> isSo.apply(followers()));
    }

    private long followers() {
        return server.asAdmin(admin -> admin.info("replication"))
                .lines()
                .filter(line -> line.matches("slave\\d+:.*state=online.*"))
                .count();
    }

    /** Refuses everybody, and drops who is connected. */
    void stop() {
        server.doAsAdmin(admin -> {
            admin.aclSetUser("default", "off");
            for (int role = 1; role < ROLES; role++) {
                admin.aclSetUser(user(role), "off");
            }
            admin.clientKill(new ClientKillParams().type(ClientType.NORMAL).skipMe(ClientKillParams.SkipMe.YES));
        });
    }

    /** Whether a URL leads here. */
    boolean isAt(String url) {
        return IntStream.of(server.port(), front.port(), strictFront.port())
                .anyMatch(port -> url.contains(":" + port + "/"));
    }

    void startAgain() {
        server.doAsAdmin(admin -> admit(admin, admitsEverybody));
    }

    /**
     * @param database its number
     * @param role 0 for the user that everything is meant for; another one has a name and a password of its own
     */
    String url(boolean encrypted, int database, int role) {
        String credentials = role == 0 ? ":" + password : user(role) + ":" + passwords.get(role);
        return encrypted
                ? "rediss://" + credentials + "@127.0.0.1:" + front.port() + "/" + database + "?ssl_cert_reqs=none"
                : "redis://" + credentials + "@127.0.0.1:" + server.port() + "/" + database;
    }

    /** For clients that show a certificate in place of a password. */
    String certifiedUrl(int database) {
        return "rediss://127.0.0.1:" + strictFront.port() + "/" + database + "?ssl_cert_reqs=none";
    }

    /** The certificate and the key that the deployment's clients show. */
    String clientCertificate() {
        return pem(client);
    }

    @Override
    public void close() {
        RedisClient.forget();
        List.of(front, strictFront).forEach(RedisTlsFront::close);
        follower.ifPresent(RedisProcess::close);
        server.close();
    }
}
