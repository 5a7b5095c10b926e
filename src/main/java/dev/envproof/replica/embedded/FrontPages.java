package dev.envproof.replica.embedded;

import dev.envproof.fault.EdgeLookAlike;
import dev.envproof.fault.Fault;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HttpString;
import java.util.Map;
import java.util.Optional;

/** What the public front serves itself: the page of a front end, and what a careless operator left open beside it. */
final class FrontPages {
    private static final String TYPE = "text/html; charset=utf-8";
    private static final String COOKIE = "session=none; Path=/; HttpOnly; SameSite=Lax";
    private static final String DASHBOARD = "<!doctype html><html><head><title>Traefik</title></head>"
            + "<body>routers, services and middlewares of this edge</body></html>";

    private FrontPages() {}

    static Optional<Answer> answer(Shape now, PublicDoor door, String path) {
        if (path.equals("/dashboard/") && FrontFaults.isStagingsApi(now, door)) {
            if (now.shows(Fault.EDGE_CONSOLE_OPEN)) {
                return Optional.of(Answer.of(200, TYPE, DASHBOARD));
            }
            if (now.shows(EdgeLookAlike.EDGE_CONSOLE_BEHIND_A_LOGIN)) {
                return Optional.of(Answer.of(401, TYPE, DASHBOARD).with("WWW-Authenticate", "Basic realm=\"traefik\""));
            }
        }
        if (!path.equals(now.system().pages().get(door.service()))) {
            return Optional.empty();
        }
        return FrontFaults.inStaging(now, door, Fault.EDGE_REDIRECT_LOOP)
                ? Optional.of(Answer.empty(308).with("Location", door.url() + path.substring(1)))
                : Optional.of(Answer.of(200, TYPE, page(door)).with("Set-Cookie", cookie(now, door)));
    }

    static void send(Answer answer, HttpServerExchange exchange) {
        exchange.setStatusCode(answer.status());
        for (Map.Entry<String, String> header : answer.headers().entrySet()) {
            exchange.getResponseHeaders().put(new HttpString(header.getKey()), header.getValue());
        }
        exchange.getResponseSender().send(answer.body());
    }

    private static String page(PublicDoor door) {
        return "<!doctype html><html lang=\"en\"><head><title>" + door.service() + "</title></head>"
                + "<body><main>The front page of " + door.service() + " in "
                + door.environment().name()
                + "</main></body></html>";
    }

    private static String cookie(Shape now, PublicDoor door) {
        if (now.shows(EdgeLookAlike.EDGE_COOKIE_OF_NO_SESSION)) {
            return "theme=dark; Path=/; SameSite=Lax";
        }
        String secure = FrontFaults.inStaging(now, door, Fault.EDGE_COOKIE_UNPROTECTED) ? COOKIE : COOKIE + "; Secure";
        boolean isForAll = FrontFaults.isProduction(now, door) && now.shows(Fault.EDGE_COOKIE_REACHES_SIBLING);
        return isForAll ? secure + "; Domain=." + door.host() : secure;
    }
}
