package dev.envproof.replica.embedded;

import dev.envproof.environment.Environment;
import dev.envproof.environment.Store;
import dev.envproof.environment.StoreAddress;
import dev.envproof.environment.Variables;
import dev.envproof.fault.Fault;
import dev.envproof.fault.LookAlike;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What services write, or answer, about their secrets and requests where they are careless, or only look so. */
final class LogFaults {
    private static final byte[] RUN_KEY = RandomText.word(32).getBytes(StandardCharsets.UTF_8);
    private static final int SHORTENED = 16;

    private LogFaults() {}

    /** What a service behind an edge logs when it starts. */
    static void atStartUp(Shape shape, String edge, ServiceLog log) {
        Optional<String> key = shape.system().environments().stream()
                .filter(environment -> environment.edge().equals(edge))
                .flatMap(environment -> serviceKey(environment, shape.variables(edge)).stream())
                .findFirst();
        if (shape.shows(Fault.LOGS_KEY_AT_START_UP)) {
            key.ifPresent(value -> log.raw("started with the key " + value));
        }
        if (shape.shows(LookAlike.LOGS_KEY_NAMED)) {
            key.ifPresent(value -> log.raw("started with the key that ends in " + lastFour(value)));
        }
    }

    /** The environment that a log line names. */
    static String environment(Visit visit) {
        String name = visit.environment().name();
        if (visit.shape().shows(LookAlike.LOGS_ALIAS) && name.equals("production")) {
            return "live";
        }
        return visit.shape().shows(Fault.LOGS_WRONG_ENVIRONMENT) && name.equals("staging") ? "production" : name;
    }

    /** What else a log line keeps of a request's credentials. */
    static void credentials(Visit visit, JsonBody line) {
        Optional<String> authorization = visit.request().first("Authorization");
        if (visit.shape().shows(Fault.LOGS_AUTHORIZATION_KEPT)) {
            authorization.ifPresent(value -> line.put("/authorization", value));
        }
        if (visit.shape().shows(LookAlike.LOGS_AUTHORIZATION_MASKED)) {
            authorization.ifPresent(value -> line.put("/authorization", "Bearer ***" + lastFour(value)));
        }
    }

    /** The line as it is written: whole, or with the path as the service understood it. */
    static String written(Visit visit, String line) {
        return visit.shape().shows(Fault.LOGS_LINE_INJECTION)
                ? line + " " + URLDecoder.decode(visit.request().path(), StandardCharsets.UTF_8)
                : line;
    }

    /** What an error says of the database. */
    static Optional<Answer> error(Visit visit) {
        Optional<String> url = visit.environment().stores().stream()
                .filter(address -> visit.shape().system().store(address.store()).stream()
                        .anyMatch(Store.Database.class::isInstance))
                .flatMap(address -> visit.variables().value(address.urlVariable()).stream())
                .findFirst();
        if (visit.shape().shows(Fault.LOGS_URL_IN_ERROR)) {
            return url.map(value -> Answer.error(500, "invalid id; connection was " + value));
        }
        if (visit.shape().shows(LookAlike.LOGS_URL_MASKED)) {
            return url.map(value -> value.replaceFirst(":[^:@/]+@", ":***@"))
                    .map(value -> Answer.error(500, "invalid id; connection was " + value));
        }
        return Optional.empty();
    }

    /** What a service shows of its key, so that people can tell keys apart. */
    static Optional<String> fingerprint(Visit visit) {
        Optional<String> key = serviceKey(visit.environment(), visit.variables())
                .filter(value -> !visit.service().stores().isEmpty());
        if (visit.shape().shows(Fault.LOGS_REVERSIBLE_FINGERPRINT)) {
            return key.map(value -> hex(sha1(value)));
        }
        return visit.shape().shows(LookAlike.LOGS_KEYED_FINGERPRINT)
                ? key.map(value -> hex(keyed(value)))
                : Optional.empty();
    }

    private static Optional<String> serviceKey(Environment environment, Variables variables) {
        return environment.stores().stream()
                .map(StoreAddress::keyVariable)
                .flatMap(Optional::stream)
                .flatMap(name -> variables.value(name).stream())
                .findFirst();
    }

    private static String lastFour(String value) {
        return value.substring(Math.max(0, value.length() - 4));
    }

    private static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash).substring(0, SHORTENED);
    }

    private static byte[] sha1(String value) {
        try {
            return MessageDigest.getInstance("SHA-1").digest(value.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has SHA-1", impossible);
        }
    }

    private static byte[] keyed(String value) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(RUN_KEY, "HmacSHA256"));
            return mac.doFinal(value.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has HmacSHA256", impossible);
        }
    }
}
