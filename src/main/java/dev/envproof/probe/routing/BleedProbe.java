package dev.envproof.probe.routing;

import dev.envproof.environment.Environment;
import dev.envproof.environment.SystemUnderTest.Route;
import dev.envproof.environment.SystemUnderTest.Service;
import dev.envproof.environment.Target;
import dev.envproof.evidence.Exchange;
import dev.envproof.probe.Lookout;
import dev.envproof.probe.Probe;
import dev.envproof.probe.Together;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;

/** Sends many requests at once, in random order and some without the header, to see whether environments mix. */
public final class BleedProbe implements Probe<BleedProbe.Seen> {
    private static final int CLIENTS = 8;
    /** Per service, or more: finds a mix-up of one request in twenty with 99 % certainty. */
    private static final int SAMPLES = 92;
    /** Per value, or more: the same for one instance of ten that leads a single value elsewhere. */
    private static final int TURNS = 44;

    /**
     * @param seed of the order in which the requests were sent
     * @param tallies one per route with a store and way to send the header
     */
    public record Seen(long seed, List<Tally> tallies) implements dev.envproof.probe.Seen {
        public Seen {
            tallies = List.copyOf(tallies);
        }
    }

    /**
     * @param reached how many requests reached what
     * @param right how many reached what the header asked for
     * @param example one that reached another environment
     */
    public record Tally(
            String place,
            HeaderCase asked,
            int requests,
            int right,
            Map<String, Integer> reached,
            int elsewhere,
            Optional<Exchange> example) {
        public Tally {
            reached = Map.copyOf(reached);
        }
    }

    @Override
    public Class<Seen> sees() {
        return Seen.class;
    }

    @Override
    public Seen look(Target target, Lookout lookout) {
        long seed = new SecureRandom().nextLong();
        return Tracer.of(target, lookout)
                .map(tracer -> new Seen(seed, tallies(Together.ask(CLIENTS, questions(target, tracer, seed)))))
                .orElseGet(() -> new Seen(seed, List.of()));
    }

    private static List<Callable<Sighting>> questions(Target target, Tracer tracer, long seed) {
        List<HeaderCase> cases = new ArrayList<>();
        cases.add(tracer.cases().absent());
        target.system().environments().stream()
                .map(Environment::name)
                .filter(name -> name.equals(target.environment().name()) || tracer.canChoose(name))
                .map(HeaderCases::value)
                .forEach(cases::add);
        int turns = Math.max(TURNS, (SAMPLES + cases.size() - 1) / cases.size());
        List<Callable<Sighting>> questions = new ArrayList<>();
        for (Route route : target.routes()) {
            for (HeaderCase asked : hasStore(target, route) ? cases : List.<HeaderCase>of()) {
                questions.addAll(Collections.nCopies(turns, () -> tracer.onceAtEdge(route, asked)));
            }
        }
        Collections.shuffle(questions, new Random(seed));
        return questions;
    }

    private static boolean hasStore(Target target, Route route) {
        return target.system()
                .service(route.service())
                .map(Service::stores)
                .filter(stores -> !stores.isEmpty())
                .isPresent();
    }

    private static List<Tally> tallies(List<Sighting> sightings) {
        Map<String, List<Sighting>> groups = new LinkedHashMap<>();
        for (Sighting sighting : sightings) {
            groups.computeIfAbsent(sighting.place() + sighting.asked().says(), key -> new ArrayList<>())
                    .add(sighting);
        }
        return groups.values().stream().map(BleedProbe::tally).toList();
    }

    private static Tally tally(List<Sighting> group) {
        Sighting first = group.get(0);
        Map<String, Integer> reached = new TreeMap<>();
        group.forEach(sighting -> reached.merge(sighting.reached().toString(), 1, Integer::sum));
        List<Sighting> elsewhere =
                group.stream().filter(BleedProbe::isElsewhere).toList();
        int right = (int) group.stream().filter(Sighting::isAsDeclared).count();
        return new Tally(
                first.place(),
                first.asked(),
                group.size(),
                right,
                reached,
                elsewhere.size(),
                elsewhere.stream().map(Sighting::exchange).findFirst());
    }

    private static boolean isElsewhere(Sighting sighting) {
        boolean isSome = sighting.reached() instanceof Reached.One || sighting.reached() instanceof Reached.Several;
        return isSome && !sighting.isAsDeclared();
    }
}
