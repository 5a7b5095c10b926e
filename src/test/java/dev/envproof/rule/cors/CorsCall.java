package dev.envproof.rule.cors;

import dev.envproof.environment.Environment;
import dev.envproof.probe.Ask.Header;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * One request at a gateway and the headers that it is going to answer.
 *
 * @param meant the environments that the request may be for: several where a preflight names none
 */
record CorsCall(boolean preflight, String path, String origin, List<Environment> meant, List<Header> headers) {

    List<String> declared() {
        return meant.stream()
                .flatMap(environment -> environment.cors().stream())
                .flatMap(policy -> Stream.concat(policy.origins().stream(), policy.originPatterns().stream()))
                .toList();
    }

    boolean isFor(String environment) {
        return meant.stream().anyMatch(one -> one.name().equals(environment));
    }

    CorsCall with(List<Header> other) {
        return new CorsCall(preflight, path, origin, meant, other);
    }

    CorsCall with(String name, String value) {
        List<Header> more = new ArrayList<>(headers);
        more.add(new Header(name, value));
        return with(more);
    }

    CorsCall without(String name) {
        return with(headers.stream()
                .filter(header -> !header.name().equalsIgnoreCase(name))
                .toList());
    }

    CorsCall admitted() {
        return without("Access-Control-Allow-Origin").with("Access-Control-Allow-Origin", origin);
    }
}
