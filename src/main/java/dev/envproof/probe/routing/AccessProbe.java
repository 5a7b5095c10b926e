package dev.envproof.probe.routing;

import dev.envproof.environment.Environment;
import dev.envproof.environment.SystemUnderTest.Edge;
import dev.envproof.environment.SystemUnderTest.Route;
import dev.envproof.environment.Target;
import dev.envproof.probe.Ask;
import dev.envproof.probe.Lookout;
import dev.envproof.probe.Probe;
import dev.envproof.probe.Together;
import dev.envproof.probe.routing.HeaderCase.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;

/** Tries to choose an environment that asks for an access key: with the key, without, and around the check. */
public final class AccessProbe implements Probe<AccessProbe.Seen> {
    private static final int THREADS = 4;

    /**
     * @param admitted the plain value with the key, per route
     * @param unasked a request without the header and without the key, per route
     * @param anonymous every other attempt, per route
     */
    public record Seen(List<Sighting> admitted, List<Sighting> unasked, List<Sighting> anonymous)
            implements dev.envproof.probe.Seen {
        public Seen {
            admitted = List.copyOf(admitted);
            unasked = List.copyOf(unasked);
            anonymous = List.copyOf(anonymous);
        }
    }

    @Override
    public Class<Seen> sees() {
        return Seen.class;
    }

    @Override
    public Seen look(Target target, Lookout lookout) {
        return target.environment()
                .access()
                .flatMap(access -> Tracer.of(target, lookout).map(tracer -> look(target, tracer, access.header())))
                .orElseGet(() -> new Seen(List.of(), List.of(), List.of()));
    }

    private static Seen look(Target target, Tracer tracer, String keyHeader) {
        HeaderCase plain = HeaderCases.value(target.environment().name());
        HeaderCase headerless = tracer.cases().absent();
        List<Callable<Sighting>> questions = new ArrayList<>();
        for (Route route : target.routes()) {
            questions.add(() -> tracer.atEdge(route, plain));
        }
        for (Route route : target.routes()) {
            questions.add(() -> tracer.atEdge(route, headerless));
        }
        for (Route route : target.routes()) {
            for (Attempt attempt : attempts(target)) {
                questions.add(() -> anonymously(tracer, keyHeader, route, attempt));
            }
        }
        List<Sighting> sightings = Together.ask(THREADS, questions);
        int routes = target.routes().size();
        return new Seen(
                sightings.subList(0, routes),
                sightings.subList(routes, 2 * routes),
                sightings.subList(2 * routes, sightings.size()));
    }

    private static Sighting anonymously(Tracer tracer, String keyHeader, Route route, Attempt attempt) {
        HeaderCase asked = attempt.asked();
        Ask ask = tracer.ask(tracer.identityOf(route), asked);
        for (String key : attempt.keys()) {
            ask = ask.with(keyHeader, key);
        }
        return tracer.trace(route.path(), route.service(), ask, asked);
    }

    private static List<Attempt> attempts(Target target) {
        Environment meant = target.environment();
        String name = meant.name();
        String fallback =
                target.system().edge(meant.edge()).map(Edge::defaultEnvironment).orElse(name);
        Attempts attempts = new Attempts(fallback);
        return List.of(
                attempts.with("`" + name + "` without a key", List.of(name), List.of()),
                attempts.with("`" + name + "` with a wrong key", List.of(name), List.of("not-the-key")),
                attempts.with("`" + name + "` with an empty key", List.of(name), List.of("")),
                attempts.with("capital letters without a key", List.of(name.toUpperCase(Locale.ROOT)), List.of()),
                attempts.with(
                        "`" + name + "` behind `" + fallback + "` without a key", List.of(fallback, name), List.of()),
                attempts.with(
                        "`" + name + "` before `" + fallback + "` without a key", List.of(name, fallback), List.of()),
                attempts.with("a list without a key", List.of(fallback + "," + name), List.of()));
    }

    private record Attempts(String fallback) {
        Attempt with(String says, List<String> lines, List<String> keys) {
            return new Attempt(new HeaderCase(Kind.VALUE, says, lines, Set.of(), Set.of(fallback)), keys);
        }
    }

    private record Attempt(HeaderCase asked, List<String> keys) {}
}
