package dev.envproof.importing;

import dev.envproof.environment.yaml.Place;
import dev.envproof.environment.yaml.Problems;
import dev.envproof.environment.yaml.TextFile;
import dev.envproof.nginx.Directive;
import dev.envproof.nginx.NginxFile;
import dev.envproof.nginx.UnreadableConfException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the server blocks of an nginx.conf say: addresses, services, health paths, CORS, a routing header. */
final class NginxServers {
    private static final Pattern HEADER_VARIABLE = Pattern.compile("\\$\\{?http_([a-z0-9_]+)}?");

    private NginxServers() {}

    record Seen(List<NginxServer.Seen> servers, List<RoutingClue> routing, List<Note> notes) {}

    static Seen read(Path file, Problems problems) {
        try {
            if (TextFile.read(file, "an nginx.conf", problems).isPresent()) {
                return seen(NginxFile.read(file));
            }
        } catch (UnreadableConfException unreadable) {
            Path place = file.resolveSibling(unreadable.place());
            problems.add(
                    Place.wholeOf(TextFile.shown(place)),
                    "",
                    unreadable.problem(),
                    "what `nginx -t` takes for correct");
        }
        return new Seen(List.of(), List.of(), List.of());
    }

    private static Seen seen(NginxFile.Contents contents) {
        List<Directive> all =
                contents.directives().stream().flatMap(NginxServers::withInner).toList();
        NginxUpstreams upstreams = new NginxUpstreams();
        all.forEach(upstreams::remember);
        Map<String, Directive> maps = new TreeMap<>();
        all.stream().filter(it -> it.name().equals("map")).forEach(map -> maps.put(map.argument(1), map));
        List<NginxServer.Seen> servers = all.stream()
                .filter(directive -> directive.name().equals("server"))
                .filter(directive -> !directive.block().isEmpty())
                .map(server -> new NginxServer(server, upstreams, maps).read())
                .toList();
        return new Seen(servers, routing(all), notes(contents, servers));
    }

    private static Stream<Directive> withInner(Directive directive) {
        return Stream.concat(Stream.of(directive), directive.block().stream().flatMap(NginxServers::withInner));
    }

    private static List<Note> notes(NginxFile.Contents contents, List<NginxServer.Seen> servers) {
        List<Note> notes = new ArrayList<>();
        long missing = contents.notRead().stream()
                .filter(include -> !include.endsWith("mime.types"))
                .count();
        if (missing > 0) {
            notes.add(new Note(Count.of((int) missing, "include")
                    + " of the nginx.conf not read: outside its folder, or not there"));
        }
        servers.forEach(server -> notes.addAll(server.notes()));
        return notes;
    }

    /** A map or a forwarded header whose name says that it picks the environment. */
    private static List<RoutingClue> routing(List<Directive> all) {
        List<RoutingClue> clues = new ArrayList<>();
        for (Directive directive : all) {
            if (directive.name().equals("map")) {
                header(directive.argument(0)).ifPresent(header -> clues.add(ofMap(directive, header)));
            } else if (directive.name().equals("proxy_set_header")
                    && header(directive.argument(1)).isPresent()) {
                clues.add(new RoutingClue(directive.argument(0), List.of(), "", directive.place()));
            }
        }
        return clues.stream()
                .filter(clue -> RoutingClue.isRouting(clue.header()))
                .toList();
    }

    private static Optional<String> header(String variable) {
        Matcher header = HEADER_VARIABLE.matcher(variable);
        return header.matches()
                ? Optional.of(capitalised(header.group(1))).filter(RoutingClue::isRouting)
                : Optional.empty();
    }

    private static RoutingClue ofMap(Directive map, String header) {
        List<String> values = map.block().stream()
                .map(Directive::name)
                .filter(key ->
                        !key.equals("default") && EnvironmentNames.alone(key).isPresent())
                .toList();
        String otherwise = map.first("default").map(entry -> entry.argument(0)).orElse("");
        return new RoutingClue(header, values, otherwise, map.place());
    }

    /** As people write the header that nginx calls x_environment. */
    private static String capitalised(String variable) {
        StringBuilder header = new StringBuilder();
        for (String word : variable.split("_", -1)) {
            header.append(header.isEmpty() ? "" : "-");
            header.append(word.isEmpty() ? "" : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return header.toString();
    }
}
