package dev.envproof.replica.embedded;

import dev.envproof.environment.Variables;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/** The variables that tell one part of a deployment where a service listens, such as {@code JOB_MATCHER_URL}. */
final class ServiceUrls {
    private ServiceUrls() {}

    static String variable(String service) {
        return service.toUpperCase(Locale.ROOT).replace('-', '_') + "_URL";
    }

    static Optional<URI> of(Variables variables, String service) {
        return variables.value(variable(service)).map(URI::create);
    }
}
