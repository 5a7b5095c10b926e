package dev.envproof.probe;

import dev.envproof.environment.StoreAddress;
import dev.envproof.environment.Target;
import java.io.IOException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import redis.clients.jedis.ClientSetInfoConfig;
import redis.clients.jedis.Connection;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.JedisSocketFactory;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.params.SetParams;

/** A session with a Redis that ends at one deadline; whatever fails, the text of the failure holds no credential. */
public final class RedisSession implements AutoCloseable {
    private static final Pattern CODE = Pattern.compile("^([A-Z]{2,20})(?:\\s|$)");

    private final String name;
    private final Connection connection;
    private final Jedis redis;

    private RedisSession(String name, Connection connection) {
        this.name = name;
        this.connection = connection;
        this.redis = new Jedis(connection);
    }

    /** Opens it as the deployment would: the address is the value of the declared variable. */
    public static RedisSession open(Target target, StoreAddress store, Duration deadline) throws RedisFailure {
        RedisAddress address = address(target, store);
        DefaultJedisClientConfig.Builder config = plain();
        address.user().ifPresent(config::user);
        address.password().ifPresent(config::password);
        return open(
                store,
                address,
                store.keyIn(target.variables()),
                config.database(address.database()).build(),
                deadline);
    }

    /** Opens it as a stranger who knows the address alone. */
    public static RedisSession openAsStranger(Target target, StoreAddress store, Duration deadline)
            throws RedisFailure {
        return open(store, address(target, store), Optional.empty(), plain().build(), deadline);
    }

    /** Where a store's variable leads to. */
    public static RedisAddress address(Target target, StoreAddress store) throws RedisFailure {
        Optional<String> url = store.urlIn(target.variables());
        if (url.isEmpty()) {
            throw RedisFailure.unreached("this run can't see the variable " + store.urlVariable());
        }
        return RedisAddress.parse(url.get())
                .orElseThrow(() -> RedisFailure.unreached("parse: " + store.urlVariable() + " holds no redis URL"));
    }

    private static DefaultJedisClientConfig.Builder plain() {
        return DefaultJedisClientConfig.builder()
                .serverDefaultProtocol()
                .autoNegotiateProtocol(false)
                .clientSetInfoConfig(ClientSetInfoConfig.DISABLED);
    }

    private static RedisSession open(
            StoreAddress store,
            RedisAddress address,
            Optional<String> certificate,
            JedisClientConfig config,
            Duration deadline)
            throws RedisFailure {
        Deadline end = Deadline.in(deadline);
        JedisSocketFactory sockets = () -> {
            try {
                return RedisSocket.open(address, certificate, end);
            } catch (IOException failed) {
                throw new JedisConnectionException(stage(failed), failed);
            }
        };
        String name = "the Redis of " + store.urlVariable();
        return asked(name, () -> new RedisSession(name, new Connection(sockets, config)));
    }

    /** Whether a command is answered; a refusal is a failure that {@link RedisFailure#isRefusal}. */
    public void ping() throws RedisFailure {
        ask(redis::ping);
    }

    /** The sections of {@code INFO} that tell who it is and who follows it. */
    public Map<String, String> info() throws RedisFailure {
        Map<String, String> values = new HashMap<>();
        ask(() -> redis.info()).lines().forEach(line -> {
            int colon = line.indexOf(':');
            if (colon > 0) {
                values.put(line.substring(0, colon), line.substring(colon + 1).strip());
            }
        });
        return values;
    }

    /** One setting of the server's configuration. */
    public String setting(String setting) throws RedisFailure {
        return ask(() -> redis.configGet(setting)).getOrDefault(setting, "");
    }

    public Optional<String> get(String key) throws RedisFailure {
        return ask(() -> Optional.ofNullable(redis.get(key)));
    }

    /** The key goes by itself after this time. */
    public void set(String key, String value, Duration life) throws RedisFailure {
        ask(() -> redis.set(key, value, new SetParams().ex(life.toSeconds())));
    }

    public void delete(String key) throws RedisFailure {
        ask(() -> redis.del(key));
    }

    /** How many items a list has; 0 where there is none. */
    public long length(String list) throws RedisFailure {
        return ask(() -> redis.llen(list));
    }

    /** Hands a message to whoever listens now. */
    public void publish(String channel, String message) throws RedisFailure {
        ask(() -> redis.publish(channel, message));
    }

    /** From here on the session only listens. */
    public void listen(String channel) throws RedisFailure {
        ask(() -> {
            connection.sendCommand(Command.SUBSCRIBE, channel);
            return connection.getObjectMultiBulkReply();
        });
    }

    /** Whether a message comes within the time. */
    public boolean hears(Duration within) throws RedisFailure {
        try {
            connection.setSoTimeout(Math.toIntExact(within.toMillis()));
            List<Object> message = connection.getObjectMultiBulkReply();
            return !message.isEmpty();
        } catch (JedisConnectionException silence) {
            if (silence.getCause() instanceof java.net.SocketTimeoutException) {
                return false;
            }
            throw failure(name, silence);
        } catch (JedisException failed) {
            throw failure(name, failed);
        }
    }

    private <T> T ask(Supplier<T> question) throws RedisFailure {
        return asked(name, question);
    }

    private static <T> T asked(String name, Supplier<T> question) throws RedisFailure {
        try {
            return question.get();
        } catch (JedisException | ClassCastException failed) { // a reply of another type than the command has
            throw failure(name, failed);
        }
    }

    private static RedisFailure failure(String name, RuntimeException failed) {
        if (failed instanceof JedisDataException) {
            Matcher code = CODE.matcher(String.valueOf(failed.getMessage()));
            return RedisFailure.refused(name + " answered " + (code.find() ? code.group(1) : "an error"));
        }
        return RedisFailure.unreached(
                failed instanceof JedisConnectionException && failed.getCause() instanceof IOException broken
                        ? stage(broken) + ": " + name + " did not answer"
                        : "parse: " + name + " does not speak as a Redis does");
    }

    private static String stage(IOException failed) {
        if (failed instanceof UnknownHostException) {
            return "resolve";
        }
        return failed instanceof SSLException ? "TLS" : "connect";
    }

    @Override
    public void close() {
        try {
            connection.forceDisconnect();
        } catch (IOException gone) {
            throw new IllegalStateException("a plain socket closes without I/O", gone);
        }
    }
}
