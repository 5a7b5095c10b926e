package dev.envproof.replica.embedded;

import dev.envproof.environment.Environment;
import dev.envproof.environment.Variables;
import dev.envproof.environment.Worker;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The variables that a worker and its service must both have, and fingerprints of their values under a job's id. */
final class SharedVariables {
    private static final String ALGORITHM = "HmacSHA256";

    private SharedVariables() {}

    /** Those of the broker, of the results and of every other store that the worker uses. */
    static Stream<String> names(Worker worker, Environment environment) {
        return Stream.concat(Stream.of(worker.broker(), worker.results()), worker.stores().stream())
                .flatMap(store -> environment.store(store).stream())
                .flatMap(address -> Stream.concat(Stream.of(address.urlVariable()), address.keyVariable().stream()))
                .distinct();
    }

    static Map<String, String> fingerprints(String id, Stream<String> names, Variables variables) {
        Map<String, String> fingerprints = new TreeMap<>();
        names.forEach(name -> variables.value(name).ifPresent(value -> fingerprints.put(name, fingerprint(id, value))));
        return fingerprints;
    }

    private static String fingerprint(String id, String value) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(id.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal(value.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, impossible);
        }
    }
}
