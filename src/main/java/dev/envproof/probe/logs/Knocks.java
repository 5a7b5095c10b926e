package dev.envproof.probe.logs;

import dev.envproof.environment.Health;
import dev.envproof.environment.Identity;
import dev.envproof.environment.SystemUnderTest.CanaryPath;
import dev.envproof.environment.SystemUnderTest.Route;
import dev.envproof.environment.Target;
import dev.envproof.probe.Addressed;
import dev.envproof.probe.Ask;
import dev.envproof.probe.logs.Knock.Purpose;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** The requests that one environment's services are sent; reading only, so that production may get them too. */
final class Knocks {
    /** Ids that no store can take: a NUL, a quote that ends a statement, a place outside. */
    private static final List<String> BAD_IDS = List.of("%00", "%27%22%3B--", "..%2f..%2fetc%2fpasswd");

    private final Target target;
    private final String token;
    private final String forged;

    /**
     * @param token a made-up credential
     * @param forged what a line of its own would begin with
     */
    Knocks(Target target, String token, String forged) {
        this.target = target;
        this.token = token;
        this.forged = forged;
    }

    List<Knock> all() {
        List<Knock> all = new ArrayList<>();
        for (Route route : target.routes()) {
            all.add(knock(Purpose.PLAIN, route, plainPath()));
            all.add(withCredentials(route));
            all.addAll(lineBreaks(route));
            errors(route).forEach(all::add);
            pages().map(path -> knock(Purpose.PAGE, route, path)).forEach(all::add);
        }
        return List.copyOf(all);
    }

    private String plainPath() {
        return target.system()
                .identity()
                .map(Identity::path)
                .or(() -> target.system().health().map(Health::path))
                .orElse("");
    }

    private Knock withCredentials(Route route) {
        Knock plain = knock(Purpose.CREDENTIALS, route, plainPath() + "?access_token=" + token + "&token=" + token);
        Ask ask = plain.ask()
                .with("Authorization", "Bearer " + token)
                .with("Cookie", "session=" + token)
                .with("apikey", token);
        return new Knock(plain.purpose(), plain.service(), plain.id(), ask, Optional.empty());
    }

    /** In the path and the query, percent-encoded; in a header, as a raw carriage return. */
    private List<Knock> lineBreaks(Route route) {
        String encoded =
                "%0D%0A" + URLEncoder.encode(forged, StandardCharsets.UTF_8).replace("+", "%20");
        Knock raw = knock(Purpose.LINE_BREAK, route, plainPath());
        return List.of(
                knock(Purpose.LINE_BREAK, route, plainPath() + encoded),
                knock(Purpose.LINE_BREAK, route, plainPath() + "?next=" + encoded),
                new Knock(
                        raw.purpose(),
                        raw.service(),
                        raw.id(),
                        raw.ask().with("User-Agent", "x\r" + forged),
                        Optional.empty()));
    }

    private Stream<Knock> errors(Route route) {
        Stream<String> bad = target.system().canaries().stream()
                .filter(canary -> canary.service().equals(route.service()))
                .map(CanaryPath::path)
                .flatMap(path -> BAD_IDS.stream().map(id -> path + "/" + id));
        return Stream.concat(bad, Stream.of("no-such-path-" + UUID.randomUUID()))
                .map(path -> knock(Purpose.ERROR, route, path));
    }

    private Stream<String> pages() {
        Stream<String> health = target.system().health().map(Health::path).stream();
        return Stream.of(Stream.of(""), health, target.system().debugEndpoints().stream())
                .flatMap(paths -> paths)
                .distinct();
    }

    private Knock knock(Purpose purpose, Route route, String path) {
        String id = UUID.randomUUID().toString();
        Ask ask = Ask.get(URI.create(route.at(target.edge(), "") + path)).with("X-Request-Id", id);
        return new Knock(purpose, route.service(), id, Addressed.to(target, ask), Optional.empty());
    }
}
