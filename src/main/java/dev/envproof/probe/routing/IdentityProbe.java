package dev.envproof.probe.routing;

import dev.envproof.environment.SystemUnderTest.Route;
import dev.envproof.environment.Target;
import dev.envproof.probe.Lookout;
import dev.envproof.probe.Probe;
import dev.envproof.probe.Together;
import dev.envproof.probe.routing.HeaderCase.Kind;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** Sends every row of the routing header's truth table to every route, and the plain ones to each service itself. */
public final class IdentityProbe implements Probe<IdentityProbe.Seen> {
    private static final int THREADS = 4;
    /** Enough to see what changes under one value of the header: a time, a counter, the name of one of two instances. */
    private static final int ROUNDS = 5;

    /**
     * @param owners direct looks at the stores
     * @param atEdge one sighting per route and row; more of plain rows where a service has no store
     * @param atServices one per service that can be asked without the edge, and plain row
     */
    public record Seen(StoreOwners owners, List<Sighting> atEdge, List<Sighting> atServices)
            implements dev.envproof.probe.Seen {
        public Seen {
            atEdge = List.copyOf(atEdge);
            atServices = List.copyOf(atServices);
        }
    }

    @Override
    public Class<Seen> sees() {
        return Seen.class;
    }

    @Override
    public Seen look(Target target, Lookout lookout) {
        return Tracer.of(target, lookout)
                .map(tracer -> look(target, tracer))
                .orElseGet(() -> new Seen(new StoreOwners(Map.of()), List.of(), List.of()));
    }

    private static Seen look(Target target, Tracer tracer) {
        HeaderCases cases = tracer.cases();
        List<Callable<Sighting>> questions = new ArrayList<>();
        for (Route route : target.routes()) {
            cases.all().forEach(asked -> questions.add(() -> tracer.atEdge(route, asked)));
        }
        for (int round = 1; round < ROUNDS; round++) {
            questions.addAll(plain(target, tracer, cases));
        }
        int atEdge = questions.size();
        for (Map.Entry<String, URI> service : target.services().entrySet()) {
            cases.brief()
                    .forEach(asked ->
                            questions.add(() -> tracer.atService(service.getKey(), service.getValue(), asked)));
        }
        List<Sighting> sightings = Together.ask(THREADS, questions);
        return new Seen(tracer.owners(), sightings.subList(0, atEdge), sightings.subList(atEdge, sightings.size()));
    }

    /** One round over services whose answers alone can be compared; rounds take turns, as answers may change with time. */
    private static List<Callable<Sighting>> plain(Target target, Tracer tracer, HeaderCases cases) {
        List<HeaderCase> rows = cases.all().stream()
                .filter(asked -> asked.kind() == Kind.VALUE || asked.kind() == Kind.ABSENT)
                .toList();
        return target.routes().stream()
                .filter(route -> !tracer.hasStore(route.service()))
                .flatMap(route -> rows.stream().<Callable<Sighting>>map(asked -> () -> tracer.atEdge(route, asked)))
                .toList();
    }
}
