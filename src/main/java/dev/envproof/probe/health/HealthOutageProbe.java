package dev.envproof.probe.health;

import dev.envproof.environment.Controls;
import dev.envproof.environment.Store;
import dev.envproof.environment.Target;
import dev.envproof.probe.Lookout;
import dev.envproof.probe.Probe;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Stops each store of an environment for a moment and asks the services that use it for their health meanwhile. */
public final class HealthOutageProbe implements Probe<HealthOutageProbe.Seen> {

    /** One outage per store and service that uses it; none where the target can't be disturbed. */
    public record Seen(List<Outage> outages) implements dev.envproof.probe.Seen {
        public Seen {
            outages = List.copyOf(outages);
        }
    }

    @Override
    public Class<Seen> sees() {
        return Seen.class;
    }

    @Override
    public boolean disturbs() {
        return true;
    }

    @Override
    public Seen look(Target target, Lookout lookout) {
        return target.controls()
                .flatMap(controls -> target.system()
                        .health()
                        .map(health -> look(target, controls, new HealthQuestion(target, lookout, health))))
                .orElseGet(() -> new Seen(List.of()));
    }

    private static Seen look(Target target, Controls controls, HealthQuestion question) {
        List<Outage> outages = new ArrayList<>();
        for (Store store : target.system().stores()) {
            List<Entrance> entrances = entrancesOfUsers(target, store.name());
            if (!entrances.isEmpty()) {
                outages.addAll(outages(target.environment().name(), store.name(), entrances, controls, question));
            }
        }
        return new Seen(outages);
    }

    /** One entrance a service, past the edge where possible. */
    private static List<Entrance> entrancesOfUsers(Target target, String store) {
        List<Entrance> direct = Entrance.direct(target);
        List<Entrance> all = direct.isEmpty() ? Entrance.all(target) : direct;
        Map<String, Entrance> byService = all.stream()
                .filter(entrance -> target.system()
                        .service(entrance.service())
                        .filter(service -> service.stores().contains(store))
                        .isPresent())
                .collect(Collectors.toMap(Entrance::service, entrance -> entrance, (first, second) -> first));
        return byService.keySet().stream().sorted().map(byService::get).toList();
    }

    private static List<Outage> outages(
            String environment, String store, List<Entrance> entrances, Controls controls, HealthQuestion question) {
        try (Schedule schedule = new Schedule(entrances.size())) {
            List<Poll> before = each(schedule, entrances, question::poll);
            List<Stopped> during = whileStopped(
                    controls.stopStore(environment, store),
                    () -> each(schedule, entrances, entrance -> stopped(entrance, store, question)));
            List<Poll> after = each(schedule, entrances, question::untilHealthy);
            return IntStream.range(0, entrances.size())
                    .mapToObj(index -> new Outage(
                            store,
                            entrances.get(index).service(),
                            before.get(index),
                            during.get(index).poll(),
                            during.get(index).reached(),
                            after.get(index)))
                    .toList();
        }
    }

    private static <T> T whileStopped(Controls.Handle stopped, Supplier<T> questions) {
        try {
            return questions.get();
        } finally {
            stopped.close();
        }
    }

    private static Stopped stopped(Entrance entrance, String store, HealthQuestion question) {
        Poll poll = question.untilUnhealthy(entrance);
        return new Stopped(poll, question.isHealthy(poll) && question.reaches(entrance, store));
    }

    private static <T> List<T> each(Schedule schedule, List<Entrance> entrances, Function<Entrance, T> question) {
        List<Supplier<T>> asked = entrances.stream()
                .map(entrance -> schedule.ask(Duration.ZERO, () -> question.apply(entrance)))
                .toList();
        return asked.stream().map(Supplier::get).toList();
    }

    private record Stopped(Poll poll, boolean reached) {}
}
