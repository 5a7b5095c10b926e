package dev.envproof.replica.embedded;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocketFactory;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisException;

/**
 * How services and workers reach a Redis: by the URL in their variable, with a certificate of their own where they have
 * one; a server's certificate is taken as the URL says ({@code ssl_cert_reqs=none}).
 */
record RedisClient(String url, Optional<String> certificate) {
    private static final int MILLIS = 3_000;

    /** One each, so that a server knows its clients again and shakes hands quickly. */
    private static final Map<Optional<String>, SSLSocketFactory> FACTORIES = new ConcurrentHashMap<>();

    /** @param patience how long a blocking command may take, in milliseconds */
    Jedis open(int patience) {
        return new Jedis(
                URI.create(url),
                MILLIS,
                patience,
                FACTORIES.computeIfAbsent(
                        certificate, shown -> PemContext.of(shown, Optional.empty()).getSocketFactory()),
                new SSLParameters(),
                null);
    }

    <T> T ask(String store, Function<Jedis, T> question) throws StoreFailure {
        try (Jedis redis = open(MILLIS)) {
            return question.apply(redis);
        } catch (JedisException | IllegalArgumentException unreachable) {
            throw new StoreFailure("the " + store + " does not answer");
        }
    }
}
