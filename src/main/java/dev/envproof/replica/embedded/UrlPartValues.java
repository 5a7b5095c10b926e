package dev.envproof.replica.embedded;

import dev.envproof.environment.Environment;
import dev.envproof.environment.SecretPolicy.UrlPart;
import dev.envproof.fault.Deviation;
import dev.envproof.fault.Fault;
import dev.envproof.fault.SecretLookAlike;
import java.net.URI;
import java.util.Map;
import java.util.Set;

/** Repeats the parts of URLs in the variables that an environment declares for them. */
final class UrlPartValues {
    private UrlPartValues() {}

    static void put(Environment environment, Set<Deviation> deviations, Map<String, String> values) {
        environment.secretPolicy().urlParts().forEach((name, variables) -> {
            String url = values.get(name);
            if (url != null) {
                variables.forEach((part, variable) -> values.put(variable, part(URI.create(url), part)));
                deviate(environment, deviations, values, name, variables);
            }
        });
    }

    private static void deviate(
            Environment environment,
            Set<Deviation> deviations,
            Map<String, String> values,
            String name,
            Map<UrlPart, String> variables) {
        String password = variables.get(UrlPart.PASSWORD);
        if (password == null || !environment.name().equals("staging")) {
            return;
        }
        if (deviations.contains(Fault.SECRETS_URL_PARTS_DISAGREE)) {
            values.computeIfPresent(
                    password,
                    (same, value) -> new StringBuilder(value).reverse().toString());
        }
        if (deviations.contains(SecretLookAlike.SECRETS_URL_PASSWORD_ENCODED)) {
            String plain = values.getOrDefault(password, "-");
            String encoded = "%" + Integer.toHexString(plain.charAt(0)) + plain.substring(1);
            values.computeIfPresent(name, (same, url) -> url.replace(":" + plain + "@", ":" + encoded + "@"));
        }
    }

    private static String part(URI url, UrlPart part) {
        String[] user = String.valueOf(url.getUserInfo()).split(":", 2);
        return switch (part) {
            case USER -> user[0];
            case PASSWORD -> user.length == 2 ? user[1] : "";
            case HOST -> url.getHost();
            case PORT -> String.valueOf(url.getPort());
            case DATABASE -> url.getPath().substring(1);
        };
    }
}
