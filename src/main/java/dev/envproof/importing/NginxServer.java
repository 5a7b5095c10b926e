package dev.envproof.importing;

import dev.envproof.environment.Randomness;
import dev.envproof.nginx.Directive;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads one server block. */
final class NginxServer {
    private static final Pattern PORT = Pattern.compile("(?:.*:)?([0-9]{1,5})");
    private static final Pattern ALLOWED =
            Pattern.compile("(?i)Access-Control-Allow-(Origin|Methods|Headers|Credentials)");

    private final Directive server;
    private final NginxUpstreams upstreams;
    private final Map<String, Directive> maps;
    private final List<Reach> reaches = new ArrayList<>();
    private final List<String> healthPaths = new ArrayList<>();
    private final List<CorsClue> cors = new ArrayList<>();
    private final List<Note> notes = new ArrayList<>();

    /** @param maps those of the file, by the variable that each defines */
    NginxServer(Directive server, NginxUpstreams upstreams, Map<String, Directive> maps) {
        this.server = server;
        this.upstreams = upstreams;
        this.maps = Map.copyOf(maps);
    }

    /** @param healthPaths at the edge, of locations of their own */
    record Seen(List<Reach> reaches, List<String> healthPaths, List<CorsClue> cors, List<Note> notes) {}

    Seen read() {
        locations(server);
        headers(server);
        return new Seen(
                List.copyOf(reaches),
                List.copyOf(healthPaths),
                List.copyOf(cors),
                notes.stream().distinct().toList());
    }

    private void locations(Directive block) {
        block.all("location").forEach(location -> {
            String path = location.argument(location.arguments().size() - 1);
            String modifier = location.arguments().size() > 1 ? location.argument(0) : "";
            if (HealthPath.isNamedSo(path) && !Randomness.shows(path)) {
                healthPaths.add(path);
            }
            passed(location).ifPresent(address -> {
                boolean isPrefix = modifier.isEmpty() || modifier.equals("^~");
                if (isPrefix) {
                    route(location, path, address);
                } else if (!HealthPath.isNamedSo(path)) {
                    note(location, "a location that is no prefix of paths is not told as a route");
                }
            });
            locations(location);
        });
    }

    private static Optional<String> passed(Directive location) {
        return Stream.of("proxy_pass", "uwsgi_pass", "grpc_pass", "fastcgi_pass")
                .flatMap(location::all)
                .map(directive -> directive.argument(0))
                .findFirst();
    }

    private void route(Directive location, String path, String address) {
        Optional<String> service = upstreams.service(address).or(() -> lastWord(path));
        if (service.isEmpty() || Randomness.shows(path) || HealthPath.isNamedSo(path)) {
            note(location, "leads to a service that can't be told by its name");
            return;
        }
        for (String host : hosts()) {
            reaches.add(new Reach(
                    service.get(), isSecure() ? "https" : "http", host, port(), Reach.slashed(path), shown(location)));
        }
    }

    /** An address of numbers alone tells no name, but the path that leads to it often does. */
    private static Optional<String> lastWord(String path) {
        String[] words = path.split("/", -1);
        return Stream.of(words).filter(word -> !word.isEmpty()).reduce((earlier, later) -> later);
    }

    private List<String> hosts() {
        List<String> hosts = server.all("server_name")
                .flatMap(names -> names.arguments().stream())
                .map(name -> name.toLowerCase(Locale.ROOT))
                .filter(HostName::fits)
                .toList();
        return hosts.isEmpty() ? List.of(Reach.LOCALHOST) : hosts;
    }

    private boolean isSecure() {
        return server.all("listen").anyMatch(listen -> listen.arguments().contains("ssl") || port(listen) == 443);
    }

    /** Of a server with and without TLS, the port with. */
    private int port() {
        List<Integer> ports = server.all("listen").map(NginxServer::port).toList();
        return ports.contains(443) ? 443 : ports.stream().findFirst().orElse(80);
    }

    private static int port(Directive listen) {
        Matcher port = PORT.matcher(listen.argument(0));
        return port.matches() ? Integer.parseInt(port.group(1)) : 80;
    }

    private void headers(Directive block) {
        block.all("add_header").forEach(header -> {
            Matcher allowed = ALLOWED.matcher(header.argument(0));
            if (allowed.matches()) {
                cors(header, allowed.group(1).toUpperCase(Locale.ROOT));
            }
        });
        block.block().forEach(this::headers);
    }

    private void cors(Directive header, String what) {
        String name = "CORS_" + what.replaceFirst("ORIGIN$", "ORIGINS");
        String value = header.argument(1);
        Directive map = maps.get(value.replace("{", "").replace("}", ""));
        if (map != null) {
            List<String> exact = map.block().stream()
                    .map(Directive::name)
                    .filter(key -> !key.startsWith("~") && !key.equals("default") && !key.isEmpty())
                    .toList();
            if (map.block().stream().anyMatch(entry -> entry.name().startsWith("~"))) {
                note(map, "admits origins by an expression, which no file can declare");
            }
            CorsClue.of(name, String.join(",", exact), shown(map)).ifPresent(cors::add);
        } else if (value.contains("$")) {
            note(header, "sends a header about CORS from a variable; which origins it admits can't be told");
        } else {
            CorsClue.of(name, value, shown(header)).ifPresent(cors::add);
        }
    }

    private void note(Directive directive, String what) {
        notes.add(new Note(shown(directive) + ": " + what));
    }

    static String shown(Directive directive) {
        return directive.place();
    }
}
