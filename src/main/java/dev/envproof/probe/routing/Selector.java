package dev.envproof.probe.routing;

import dev.envproof.probe.Ask;
import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A place in a request, other than the declared header, where systems have been known to look for an environment. */
record Selector(Place place, String name) {
    private static final List<String> HEADERS = List.of(
            "X-Environment",
            "X-Environment-Override",
            "X-Environment-Name",
            "X-Environment-Id",
            "X-Env",
            "X-Env-Override",
            "X-Stage",
            "X-App-Env",
            "X-App-Environment",
            "X-Deployment-Environment",
            "X-Deploy-Env",
            "X-Target-Environment",
            "X-Target-Env",
            "X-Tenant-Environment",
            "X-Original-Environment",
            "X-Forwarded-Environment",
            "X-Forwarded-Env",
            "Environment",
            "Env");
    /** Names of parameters and cookies keep their letters' case. */
    private static final List<String> WORDS = List.of(
            "environment", "Environment", "env", "x-environment", "X-Environment", "app_env", "stage", "target");

    /** Every one but the header that the system declares. */
    static List<Selector> allBut(String declaredHeader) {
        // CGI and WSGI take a dash and an underscore for the same, so that this name may stand for the declared one.
        Stream<String> names = Stream.concat(HEADERS.stream(), Stream.of(declaredHeader.replace('-', '_')));
        Stream<Selector> headers = names.distinct()
                .filter(header -> !header.equalsIgnoreCase(declaredHeader))
                .map(header -> new Selector(Place.HEADER, header));
        Stream<Selector> others = WORDS.stream()
                .flatMap(word -> Stream.of(new Selector(Place.PARAMETER, word), new Selector(Place.COOKIE, word)));
        return Stream.concat(headers, others).toList();
    }

    /** The request with the value in all of these places. */
    static Ask applied(List<Selector> selectors, Ask ask, String value) {
        String query = joined(selectors, Place.PARAMETER, value, "&");
        String cookies = joined(selectors, Place.COOKIE, value, "; ");
        URI address = query.isEmpty() ? ask.address() : URI.create(ask.address() + "?" + query);
        Ask applied = new Ask(ask.method(), address, ask.headers(), ask.body(), ask.deadline());
        for (Selector selector : selectors) {
            applied = selector.place == Place.HEADER ? applied.with(selector.name, value) : applied;
        }
        return cookies.isEmpty() ? applied : applied.with("Cookie", cookies);
    }

    String says() {
        return "the " + place.says + " `" + name + "`";
    }

    private static String joined(List<Selector> selectors, Place place, String value, String between) {
        return selectors.stream()
                .filter(selector -> selector.place == place)
                .map(selector -> selector.name + "=" + value)
                .collect(Collectors.joining(between));
    }

    enum Place {
        HEADER("header"),
        PARAMETER("query parameter"),
        COOKIE("cookie");

        private final String says;

        Place(String says) {
            this.says = says;
        }
    }
}
