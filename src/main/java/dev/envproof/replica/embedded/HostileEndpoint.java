package dev.envproof.replica.embedded;

import dev.envproof.environment.Health;
import dev.envproof.environment.SystemUnderTest.Route;
import dev.envproof.fault.Deviation;
import dev.envproof.fault.Hostility;
import dev.envproof.fault.HostilityLookAlike;
import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The health of the last service at an edge that one environment has to itself: a hostile deviation spoils it alone. */
final class HostileEndpoint {
    private static final ExecutorService THREADS = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "hostile-endpoint");
        thread.setDaemon(true);
        return thread;
    });

    private HostileEndpoint() {}

    /** What is shown at this address, if anything is. */
    static Optional<Deviation> at(Shape now, String edge, Route route, String path) {
        return now.isShared(edge) || !isSpoiled(now, route, path)
                ? Optional.empty()
                : now.deviations().stream()
                        .filter(it -> it instanceof Hostility || it instanceof HostilityLookAlike)
                        .findFirst();
    }

    private static boolean isSpoiled(Shape now, Route route, String path) {
        List<Route> routes = now.system().routes();
        String health = now.system().health().map(Health::path).orElse("");
        return routes.get(routes.size() - 1).equals(route) && path.equals(route.path() + health);
    }

    /** @param upstream where a look-alike's good answer comes from */
    static void answer(HttpServerExchange exchange, Deviation shown, URI upstream) {
        exchange.dispatch(THREADS, () -> {
            try (RawConnection connection = new RawConnection(exchange)) {
                if (shown instanceof Hostility hostility) {
                    HostileScript.play(hostility, exchange.getRequestPath(), exchange.getQueryString(), connection);
                } else if (shown instanceof HostilityLookAlike lookAlike) {
                    OddAnswer.to(exchange, upstream).play(lookAlike, connection);
                }
            } catch (IOException left) {
                exchange.setPersistent(false); // the client has seen enough
            }
        });
    }
}
