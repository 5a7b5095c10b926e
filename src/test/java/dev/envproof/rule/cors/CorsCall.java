package dev.envproof.rule.cors;

import dev.envproof.environment.Environment;
import dev.envproof.probe.Ask;
import dev.envproof.probe.Ask.Header;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * One request at a gateway and the headers that it is going to answer.
 *
 * @param meant the environments that the request may be for: several where a preflight names none
 */
record CorsCall(Ask ask, String origin, List<Environment> meant, int status, List<Header> headers) {

    boolean preflight() {
        return ask.method().equals("OPTIONS");
    }

    String path() {
        return ask.address().getPath();
    }

    /** What a preflight asks for, and other headers of the request. */
    boolean asks(String name, String part) {
        return ask.headers().stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .anyMatch(header -> header.value().contains(part));
    }

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
        return new CorsCall(ask, origin, meant, status, other);
    }

    CorsCall with(String name, String value) {
        List<Header> more = new ArrayList<>(headers);
        more.add(new Header(name, value));
        return with(more);
    }

    CorsCall answering(int other) {
        return new CorsCall(ask, origin, meant, other, headers);
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
