package dev.envproof.probe.cors;

import dev.envproof.environment.CorsPolicy;
import dev.envproof.environment.Target;
import dev.envproof.probe.Addressed;
import dev.envproof.probe.Ask;
import java.net.URI;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a browser sends for a page of some origin (Fetch Standard, "CORS-preflight fetch"). */
record Browser(Target target, CorsPolicy policy) {

    /** Carries neither routing header nor key: a browser adds none of a page's headers to a preflight. */
    Ask preflight(URI address, String origin, String method) {
        Ask ask = barePreflight(address, origin, method);
        String headers = policy.headers().stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .sorted()
                .collect(Collectors.joining(","));
        return headers.isEmpty() ? ask : ask.with("Access-Control-Request-Headers", headers);
    }

    Ask barePreflight(URI address, String origin, String method) {
        return fetch("OPTIONS", address, origin).with("Access-Control-Request-Method", method);
    }

    Ask privateNetworkPreflight(URI address, String origin, String method) {
        return preflight(address, origin, method).with("Access-Control-Request-Private-Network", "true");
    }

    Ask real(URI address, String origin) {
        return Addressed.to(target, fetch("GET", address, origin));
    }

    private static Ask fetch(String method, URI address, String origin) {
        return Ask.of(method, address)
                .with("Accept", "*/*")
                .with("Origin", origin)
                .with("Sec-Fetch-Mode", "cors")
                .with("Sec-Fetch-Site", "cross-site");
    }
}
