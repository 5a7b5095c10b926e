package dev.envproof.probe.routing;

import dev.envproof.environment.RoutingHeader;
import dev.envproof.environment.SystemUnderTest.Route;
import dev.envproof.environment.Target;
import dev.envproof.probe.Ask;
import dev.envproof.probe.Lookout;
import dev.envproof.probe.Probe;
import dev.envproof.probe.Together;
import dev.envproof.probe.routing.HeaderCase.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;

/** Names another environment in every place but the declared header, to see whether any of them is heeded. */
public final class SelectorProbe implements Probe<SelectorProbe.Seen> {
    private static final int THREADS = 4;

    /**
     * @param undisturbed each route, without any selector
     * @param selected each route with all undeclared selectors, without the declared header and with it; one by one
     *     where that led elsewhere or nowhere
     */
    public record Seen(List<Sighting> undisturbed, List<Sighting> selected) implements dev.envproof.probe.Seen {
        public Seen {
            undisturbed = List.copyOf(undisturbed);
            selected = List.copyOf(selected);
        }
    }

    @Override
    public Class<Seen> sees() {
        return Seen.class;
    }

    @Override
    public Seen look(Target target, Lookout lookout) {
        Optional<String> header = target.system().routingHeader().map(RoutingHeader::name);
        return Tracer.of(target, lookout)
                .map(tracer -> look(
                        target,
                        tracer,
                        Selector.allBut(header.orElse("")),
                        tracer.cases().other()))
                .orElseGet(() -> new Seen(List.of(), List.of()));
    }

    private static Seen look(Target target, Tracer tracer, List<Selector> selectors, String other) {
        String own = target.environment().name();
        List<Callable<List<Sighting>>> undisturbed = new ArrayList<>();
        List<Callable<List<Sighting>>> selected = new ArrayList<>();
        for (Route route : target.routes()) {
            Attempt without = new Attempt(tracer, route, List.of(), own, other);
            Attempt with = new Attempt(tracer, route, List.of(own), own, other);
            undisturbed.add(() -> List.of(without.send("no selector", List.of())));
            selected.add(() -> without.narrowed(selectors));
            selected.add(() -> with.narrowed(selectors));
        }
        return new Seen(flat(Together.ask(THREADS, undisturbed)), flat(Together.ask(THREADS, selected)));
    }

    private static List<Sighting> flat(List<List<Sighting>> parts) {
        return parts.stream().flatMap(List::stream).toList();
    }

    private record Attempt(Tracer tracer, Route route, List<String> lines, String own, String other) {

        private List<Sighting> narrowed(List<Selector> selectors) {
            Sighting all = send("every undeclared selector", selectors);
            if (all.reached().is(own) || all.reached() instanceof Reached.Nowhere) {
                return List.of(all);
            }
            // One that is refused, or that a service falls over, may hide another one that is heeded.
            List<Sighting> each = selectors.stream()
                    .map(one -> send(one.says(), List.of(one)))
                    .toList();
            List<Sighting> moved =
                    each.stream().filter(one -> !one.reached().is(own)).toList();
            boolean isTold = !moved.isEmpty() || all.reached() instanceof Reached.One;
            return !isTold ? each : moved.isEmpty() ? List.of(all) : moved;
        }

        private Sighting send(String says, List<Selector> selectors) {
            HeaderCase asked = new HeaderCase(Kind.VALUE, says, lines, Set.of(other), Set.of(own));
            Ask ask = tracer.keyed(tracer.ask(tracer.identityOf(route), asked), asked);
            return tracer.trace(route.path(), route.service(), Selector.applied(selectors, ask, other), asked);
        }
    }
}
