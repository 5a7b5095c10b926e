package dev.envproof.importing;

import dev.envproof.environment.Randomness;
import dev.envproof.environment.yaml.Place;
import dev.envproof.importing.ComposeService.Pair;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the Traefik labels (versions 2 and 3) of a service say: addresses, CORS, a routing header. */
final class TraefikLabels {
    private static final Pattern ROUTER =
            Pattern.compile("(?i)traefik\\.http\\.routers\\.(.+)\\.(rule|entrypoints|tls(?:\\..+)?)");
    private static final Pattern CORS = Pattern.compile("(?i)traefik\\.http\\.middlewares\\..+\\.headers\\."
            + "access-?control-?allow-?(origin-?list|methods|headers|credentials)(?:\\[?[0-9]*]?)?");
    private static final Pattern CALL =
            Pattern.compile("(!?)\\s*([A-Za-z]+)\\(((?:`[^`]*`|\"[^\"]*\"|'[^']*'|[\\s,])*)\\)");
    private static final Pattern ARGUMENT = Pattern.compile("[`\"']([^`\"']*)[`\"']");

    private final ComposeService service;
    private final Interpolation interpolation;
    private final List<Reach> reaches = new ArrayList<>();
    private final List<CorsClue> cors = new ArrayList<>();
    private final List<RoutingClue> routing = new ArrayList<>();
    private final List<Note> notes = new ArrayList<>();

    private TraefikLabels(ComposeService service, Interpolation interpolation) {
        this.service = service;
        this.interpolation = interpolation;
    }

    record Seen(List<Reach> reaches, List<CorsClue> cors, List<RoutingClue> routing, List<Note> notes) {}

    static Seen of(ComposeService service, Interpolation interpolation) {
        TraefikLabels labels = new TraefikLabels(service, interpolation);
        boolean isOff = service.pairs("labels").stream()
                .anyMatch(label ->
                        label.name().equals("traefik.enable") && label.text().equals("false"));
        if (!isOff) {
            labels.read();
        }
        return new Seen(
                labels.reaches.stream().filter(labels::isAnswer).toList(),
                List.copyOf(labels.cors),
                List.copyOf(labels.routing),
                List.copyOf(labels.notes));
    }

    /** Where a host answers with TLS, its other router is there to say so. */
    private boolean isAnswer(Reach reach) {
        return reach.scheme().equals("https")
                || reaches.stream()
                        .noneMatch(other ->
                                other.scheme().equals("https") && other.host().equals(reach.host()));
    }

    private static final class Router {
        private Optional<Pair> rule = Optional.empty();
        private boolean isSecure;
    }

    private void read() {
        Map<String, Router> routers = new LinkedHashMap<>();
        List<Pair> labels = new ArrayList<>(service.pairs("labels"));
        labels.addAll(service.pairs("deploy", "labels"));
        for (Pair label : labels) {
            Matcher router = ROUTER.matcher(label.name());
            if (router.matches()) {
                read(
                        label,
                        router.group(2).toLowerCase(Locale.ROOT),
                        routers.computeIfAbsent(router.group(1), n -> new Router()));
            }
            Matcher allowed = CORS.matcher(label.name());
            if (allowed.matches()) {
                cors(label, allowed.group(1));
            }
        }
        routers.values().forEach(router -> router.rule.ifPresent(rule -> rule(rule, router.isSecure)));
    }

    private static void read(Pair label, String key, Router router) {
        if (key.equals("rule")) {
            router.rule = Optional.of(label);
        } else if (key.equals("entrypoints")) {
            router.isSecure |= label.text().toLowerCase(Locale.ROOT).matches(".*(secure|https|443).*");
        } else {
            router.isSecure |= !label.text().equals("false");
        }
    }

    private void cors(Pair label, String key) {
        String name = "CORS_" + key.toUpperCase(Locale.ROOT).replaceFirst("ORIGIN-?LIST", "ORIGINS");
        interpolation
                .of(label.text())
                .flatMap(value -> CorsClue.of(name, value, Note.shown(label.place())))
                .ifPresent(cors::add);
    }

    private void rule(Pair rule, boolean isSecure) {
        Optional<String> filled = interpolation.of(rule.text());
        if (filled.isEmpty()) {
            note(rule.place(), "holds a variable whose value no given file tells");
            return;
        }
        List<String> hosts = new ArrayList<>();
        List<String> paths = new ArrayList<>();
        Matcher call = CALL.matcher(filled.get());
        while (call.find()) {
            List<String> arguments = ARGUMENT.matcher(call.group(3))
                    .results()
                    .map(found -> found.group(1))
                    .toList();
            if (!call.group(1).isEmpty()) {
                note(rule.place(), "excludes something, which no file can declare");
            } else {
                take(rule.place(), call.group(2), arguments, hosts, paths);
            }
        }
        reach(rule.place(), isSecure, hosts, paths);
    }

    private void take(Place place, String matcher, List<String> arguments, List<String> hosts, List<String> paths) {
        switch (matcher.toLowerCase(Locale.ROOT)) {
            case "host", "hostheader" ->
                arguments.stream().map(host -> host.toLowerCase(Locale.ROOT)).forEach(hosts::add);
            case "pathprefix", "path" -> paths.addAll(arguments);
            case "header", "headers" -> header(place, arguments);
            default -> note(place, "matches by more than hosts, paths and headers");
        }
    }

    private void header(Place place, List<String> arguments) {
        if (arguments.size() == 2 && RoutingClue.isRouting(arguments.get(0))) {
            routing.add(new RoutingClue(arguments.get(0), arguments.subList(1, 2), "", Note.shown(place)));
        } else {
            note(place, "matches by a header that names no environment");
        }
    }

    private void reach(Place place, boolean isSecure, List<String> hosts, List<String> paths) {
        List<String> told = hosts.stream().filter(HostName::fits).distinct().toList();
        List<String> safe =
                paths.stream().filter(path -> !Randomness.shows(path)).toList();
        List<String> under = paths.isEmpty() ? List.of("/") : safe;
        if (told.isEmpty()) {
            note(place, "names no host");
        }
        for (String host : told) {
            for (String path : under) {
                reaches.add(Reach.of(service.name(), isSecure ? "https" : "http", host, 0, path, place));
            }
        }
    }

    private void note(Place place, String what) {
        notes.add(Note.at(place, "the rule of a Traefik router of " + service.name() + " " + what));
    }
}
