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
    private static final String SCRIPT = "/assets/index.js";
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
        if (path.equals(SCRIPT) && now.system().pages().containsKey(door.service())) {
            return Optional.of(Answer.of(200, "text/javascript; charset=utf-8", script(now, door)));
        }
        if (!path.equals(now.system().pages().get(door.service()))) {
            return Optional.empty();
        }
        return FrontFaults.inStaging(now, door, Fault.EDGE_REDIRECT_LOOP)
                ? Optional.of(Answer.empty(308).with("Location", door.url() + path.substring(1)))
                : Optional.of(Answer.of(200, TYPE, page(now, door)).with("Set-Cookie", cookie(now, door)));
    }

    static void send(Answer answer, HttpServerExchange exchange) {
        exchange.setStatusCode(answer.status());
        for (Map.Entry<String, String> header : answer.headers().entrySet()) {
            exchange.getResponseHeaders().put(new HttpString(header.getKey()), header.getValue());
        }
        exchange.getResponseSender().send(answer.body());
    }

    private static String page(Shape now, PublicDoor door) {
        boolean links = FrontFaults.inStaging(now, door, EdgeLookAlike.EDGE_LINK_TO_PRODUCTION);
        String link = links
                ? "<p>Real exams are at " + api(now, door, true) + ": <a href=\"" + api(now, door, true)
                        + "\">go there</a></p>"
                : "";
        return "<!doctype html><html lang=\"en\"><head><title>" + door.service() + "</title>"
                + "<script type=\"module\" src=\"" + SCRIPT + "\"></script></head>"
                + "<body><main>The front page of " + door.service() + " in "
                + door.environment().name() + "</main>"
                + link + "</body></html>";
    }

    private static String script(Shape now, PublicDoor door) {
        boolean isForeign = FrontFaults.inStaging(now, door, Fault.EDGE_PAGE_CALLS_PRODUCTION);
        String script = "const api=\"" + api(now, door, isForeign) + "\";\nfetch(api+\"health\");\n";
        if (FrontFaults.inStaging(now, door, Fault.EDGE_SERVICE_KEY_IN_SCRIPT)) {
            return script + "const key=\"" + key("service_role") + "\";\n";
        }
        return now.shows(EdgeLookAlike.EDGE_PUBLIC_KEY_IN_SCRIPT)
                ? script + "const key=\"" + key("anon") + "\";\n"
                : script;
    }

    private static String key(String role) {
        return Jwt.signed(Map.of("role", role, "iss", "supabase"), RandomText.word(40));
    }

    private static String api(Shape now, PublicDoor page, boolean ofProduction) {
        return PublicDoor.of(now.system()).stream()
                .filter(door -> FrontFaults.isApi(now, door))
                .filter(door -> ofProduction
                        ? FrontFaults.isProduction(now, door)
                        : door.environment().equals(page.environment()))
                .findFirst()
                .map(door -> door.url().toString())
                .orElse("/");
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
