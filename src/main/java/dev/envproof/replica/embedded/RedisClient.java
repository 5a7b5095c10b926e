package dev.envproof.replica.embedded;

import java.net.URI;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Function;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocketFactory;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisException;

/**
 * How services and workers reach a Redis: by the URL in their variable, with a certificate of their own where they have
 * one; a server's certificate is taken as the URL says ({@code ssl_cert_reqs=none}).
 */
record RedisClient(String url, Optional<String> certificate) {
    private static final int MILLIS = 3_000;

    private static final Map<RedisClient, Deque<Jedis>> IDLE = new ConcurrentHashMap<>();

    /** One each, so that a server knows its clients again and shakes hands quickly. */
    private static final Map<Optional<String>, SSLSocketFactory> FACTORIES = new ConcurrentHashMap<>();

    /** @param patience how long a blocking command may take, in milliseconds */
    Jedis open(int patience) {
        return new Jedis(
                URI.create(url),
                MILLIS,
                patience,
                FACTORIES.computeIfAbsent(
                        certificate,
                        shown -> PemContext.of(shown, Optional.empty()).getSocketFactory()),
                new SSLParameters(),
                null);
    }

    /** Asks over a connection that is kept for the next question. */
    <T> T ask(String store, Function<Jedis, T> question) throws StoreFailure {
        try {
            Optional<Jedis> kept = Optional.ofNullable(idle().pollFirst());
            return kept.isPresent() ? ask(kept.get(), question) : ask(open(MILLIS), question);
        } catch (JedisConnectionException stale) {
            return askAnew(store, question);
        } catch (JedisException | IllegalArgumentException refused) {
            throw new StoreFailure("the " + store + " does not answer");
        }
    }

    /** A kept connection may have been closed meanwhile. */
    private <T> T askAnew(String store, Function<Jedis, T> question) throws StoreFailure {
        try {
            return ask(open(MILLIS), question);
        } catch (JedisException unreachable) {
            throw new StoreFailure("the " + store + " does not answer");
        }
    }

    private <T> T ask(Jedis redis, Function<Jedis, T> question) {
        boolean isGood = false;
        try {
            T answer = question.apply(redis);
            isGood = true;
            return answer;
        } finally {
            if (isGood) {
                idle().addFirst(redis);
            } else {
                redis.close();
            }
        }
    }

    private Deque<Jedis> idle() {
        return IDLE.computeIfAbsent(this, any -> new ConcurrentLinkedDeque<>());
    }

    /** Closes what is kept. */
    static void forget() {
        IDLE.values().forEach(kept -> {
            for (Jedis redis = kept.pollFirst(); redis != null; redis = kept.pollFirst()) {
                redis.close();
            }
        });
        IDLE.clear();
    }
}
