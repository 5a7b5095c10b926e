package dev.envproof.probe.routing;

import dev.envproof.environment.SystemUnderTest;
import dev.envproof.environment.SystemUnderTest.Call;
import dev.envproof.environment.SystemUnderTest.Route;
import dev.envproof.environment.Target;
import dev.envproof.probe.Lookout;
import dev.envproof.probe.Probe;
import dev.envproof.probe.Together;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Asks a service for what it hears from another one, and both for themselves. */
public final class CallProbe implements Probe<CallProbe.Seen> {
    private static final int THREADS = 3;

    /** One {@link Heard} per declared call whose two services have a route. */
    public record Seen(List<Heard> calls) implements dev.envproof.probe.Seen {
        public Seen {
            calls = List.copyOf(calls);
        }
    }

    /**
     * @param caller the entry service's own identity
     * @param callee the called service's own identity, asked at its route
     * @param through the called service's identity as the entry service heard it
     */
    public record Heard(Sighting caller, Sighting callee, Sighting through) {}

    @Override
    public Class<Seen> sees() {
        return Seen.class;
    }

    @Override
    public Seen look(Target target, Lookout lookout) {
        return Tracer.of(target, lookout)
                .map(tracer -> new Seen(target.system().calls().stream()
                        .flatMap(call -> heard(target, tracer, call).stream())
                        .toList()))
                .orElseGet(() -> new Seen(List.of()));
    }

    private static Optional<Heard> heard(Target target, Tracer tracer, Call call) {
        HeaderCase plain = HeaderCases.value(target.environment().name());
        return route(target.system(), call.from())
                .flatMap(from -> route(target.system(), call.to()).map(to -> {
                    List<Callable<Sighting>> questions = List.of(
                            () -> tracer.atEdge(from, plain),
                            () -> tracer.atEdge(to, plain),
                            () -> tracer.at(
                                    from.path() + call.path(), call.to(), from.at(target.edge(), call.path()), plain));
                    List<Sighting> sightings = Together.ask(THREADS, questions);
                    return new Heard(sightings.get(0), sightings.get(1), sightings.get(2));
                }));
    }

    private static Optional<Route> route(SystemUnderTest system, String service) {
        return system.routes().stream()
                .filter(route -> route.service().equals(service))
                .findFirst();
    }
}
