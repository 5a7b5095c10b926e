package dev.envproof.probe.health;

import dev.envproof.environment.Target;
import dev.envproof.probe.Likeness;
import dev.envproof.probe.Lookout;
import dev.envproof.probe.Probe;
import dev.envproof.probe.Reply;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Asks every service for its health, through the edge and past it, several times a short while apart. */
public final class HealthProbe implements Probe<HealthProbe.Seen> {
    private static final int POLLS = 8;
    private static final Duration APART = Duration.ofMillis(30);

    /** One place per route, and one per service that can be asked without the edge. */
    public record Seen(List<HealthPlace> places) implements dev.envproof.probe.Seen {
        public Seen {
            places = List.copyOf(places);
        }

        /** The places of each service, sorted by its name. */
        public Collection<List<HealthPlace>> byService() {
            return places.stream()
                    .collect(Collectors.groupingBy(HealthPlace::service, TreeMap::new, Collectors.toList()))
                    .values();
        }
    }

    @Override
    public Class<Seen> sees() {
        return Seen.class;
    }

    @Override
    public Seen look(Target target, Lookout lookout) {
        return target.system()
                .health()
                .map(health -> look(target, new HealthQuestion(target, lookout, health)))
                .orElseGet(() -> new Seen(List.of()));
    }

    private static Seen look(Target target, HealthQuestion question) {
        List<Entrance> entrances = Entrance.all(target);
        try (Schedule schedule = new Schedule(4 + 2 * entrances.size())) {
            Supplier<Reply> atEdge = schedule.ask(
                    Duration.ZERO, () -> question.reply(target.edge().resolve("/" + UUID.randomUUID())));
            List<Look> looks = entrances.stream()
                    .map(entrance -> Look.begun(entrance, question, schedule))
                    .toList();
            return new Seen(looks.stream().map(look -> look.ended(atEdge.get())).toList());
        }
    }

    /** What has been asked at one entrance. */
    private record Look(
            Entrance entrance,
            HealthQuestion question,
            List<Supplier<Reply>> polls,
            Supplier<Reply> beside,
            Supplier<Optional<String>> claimed) {

        static Look begun(Entrance entrance, HealthQuestion question, Schedule schedule) {
            URI health = entrance.at(question.declared().path());
            List<Supplier<Reply>> polls = IntStream.range(0, POLLS)
                    .mapToObj(turn -> schedule.ask(APART.multipliedBy(turn), () -> question.reply(health)))
                    .toList();
            URI nowhere = entrance.at(UUID.randomUUID().toString());
            return new Look(
                    entrance,
                    question,
                    polls,
                    schedule.ask(Duration.ZERO, () -> question.reply(nowhere)),
                    schedule.ask(Duration.ZERO, () -> question.claimedEnvironment(entrance)));
        }

        HealthPlace ended(Reply atEdge) {
            URI health = entrance.at(question.declared().path());
            List<Reply> replies = polls.stream().map(Supplier::get).toList();
            return new HealthPlace(
                    entrance.service(),
                    entrance.says(),
                    replies.stream().map(reply -> question.poll(health, reply)).toList(),
                    likeness(replies, Stream.of(beside.get(), atEdge)),
                    claimed.get());
        }

        private static OptionalDouble likeness(List<Reply> replies, Stream<Reply> random) {
            List<Reply.Answer> pages = random.flatMap(Look::answer).toList();
            if (pages.isEmpty()) {
                return OptionalDouble.empty();
            }
            return OptionalDouble.of(replies.stream()
                    .flatMap(Look::answer)
                    .filter(Look::isSuccess)
                    .flatMapToDouble(health -> pages.stream()
                            .filter(Look::isSuccess)
                            .mapToDouble(page -> Likeness.between(health.body(), page.body())))
                    .max()
                    .orElse(0));
        }

        private static Stream<Reply.Answer> answer(Reply reply) {
            return reply instanceof Reply.Answer answer ? Stream.of(answer) : Stream.empty();
        }

        private static boolean isSuccess(Reply.Answer answer) {
            return answer.status() >= 200 && answer.status() < 300;
        }
    }
}
