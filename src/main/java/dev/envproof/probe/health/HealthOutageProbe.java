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
            List<Before> before = each(schedule, entrances, entrance -> new Before(entrance, question.poll(entrance)));
            List<Before> healthy = before.stream()
                    .filter(look -> question.isHealthy(look.poll()))
                    .toList();
            List<Outage> outages = new ArrayList<>();
            before.stream()
                    .filter(look -> !healthy.contains(look))
                    .forEach(look -> outages.add(
                            Outage.ofUnhealthy(store, look.entrance().service(), look.poll())));
            if (!healthy.isEmpty()) {
                List<During> during = whileStopped(
                        controls.stopStore(environment, store),
                        () -> each(schedule, healthy, look -> during(look, store, question)));
                outages.addAll(each(schedule, during, look -> after(look, store, question)));
            }
            return outages;
        }
    }

    private static <T> T whileStopped(Controls.Handle stopped, Supplier<T> questions) {
        try {
            return questions.get();
        } finally {
            stopped.close();
        }
    }

    private static During during(Before before, String store, HealthQuestion question) {
        Poll poll = question.untilUnhealthy(before.entrance());
        return new During(before, poll, question.isHealthy(poll) && question.reaches(before.entrance(), store));
    }

    private static Outage after(During during, String store, HealthQuestion question) {
        Entrance entrance = during.before().entrance();
        Poll after = question.untilHealthy(entrance);
        return new Outage(
                store, entrance.service(), during.before().poll(), during.poll(), during.stillReached(), after);
    }

    private static <A, T> List<T> each(Schedule schedule, List<A> all, Function<A, T> question) {
        List<Supplier<T>> asked = all.stream()
                .map(one -> schedule.ask(Duration.ZERO, () -> question.apply(one)))
                .toList();
        return asked.stream().map(Supplier::get).toList();
    }

    private record Before(Entrance entrance, Poll poll) {}

    private record During(Before before, Poll poll, boolean stillReached) {}
}
