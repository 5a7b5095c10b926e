package dev.envproof.probe.flags;

import dev.envproof.environment.Health;
import dev.envproof.environment.Identity;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.environment.SystemUnderTest.Route;
import dev.envproof.environment.Target;
import dev.envproof.probe.Ask;
import java.util.ArrayList;
import java.util.List;

/**
 * Requests that make a service fail: unknown paths, unknown methods, bodies that are cut off, ids that are none. None of
 * them can write anything: what has a body goes to paths that only answer.
 */
final class ErrorRequests {
    private static final String CUT_OFF = "{\"id\": [";
    private static final String NO_ID = "%27%22%3C%00";

    private ErrorRequests() {}

    static List<Ask> at(Target target, Route route, String unknown) {
        SystemUnderTest system = target.system();
        List<Ask> asks = new ArrayList<>();
        asks.add(ask("POST", target, route, unknown)
                .with("Content-Type", "application/json")
                .withBody(CUT_OFF));
        for (String answering : answering(system)) {
            asks.add(ask("POST", target, route, answering)
                    .with("Content-Type", "application/json")
                    .withBody(CUT_OFF));
            asks.add(ask("GET", target, route, answering + "?limit=-1e999&page=" + NO_ID));
            asks.add(ask("FROBNICATE", target, route, answering));
            asks.add(ask("GET", target, route, answering + "/" + NO_ID));
        }
        system.canaries().stream()
                .filter(canary -> canary.service().equals(route.service()))
                .map(canary -> ask("GET", target, route, canary.path() + "/" + NO_ID))
                .forEach(asks::add);
        return asks;
    }

    private static List<String> answering(SystemUnderTest system) {
        List<String> paths = new ArrayList<>();
        system.health().map(Health::path).ifPresent(paths::add);
        system.identity().map(Identity::path).ifPresent(paths::add);
        return paths;
    }

    private static Ask ask(String method, Target target, Route route, String path) {
        return Ask.of(method, route.at(target.edge(), path));
    }
}
