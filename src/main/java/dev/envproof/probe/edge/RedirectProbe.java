package dev.envproof.probe.edge;

import dev.envproof.environment.Target;
import dev.envproof.probe.Ask;
import dev.envproof.probe.Lookout;
import dev.envproof.probe.Probe;
import dev.envproof.probe.Reply;
import dev.envproof.probe.Reply.Answer;
import dev.envproof.probe.Together;
import dev.envproof.probe.Wire;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/** Walks from plain http, and from https, until something answers; no key is sent on the way. */
public final class RedirectProbe implements Probe<RedirectProbe.Seen> {
    /** Above every limit that a file can declare. */
    private static final int MOST_HOPS = 21;

    private static final int AT_ONCE = 2;

    /** One walk from plain http, and one from https, per public address that speaks https. */
    public record Seen(List<Course> fromPlain, List<Course> fromHttps) implements dev.envproof.probe.Seen {
        public Seen {
            fromPlain = List.copyOf(fromPlain);
            fromHttps = List.copyOf(fromHttps);
        }
    }

    @Override
    public Class<Seen> sees() {
        return Seen.class;
    }

    @Override
    public Seen look(Target target, Lookout lookout) {
        List<PublicAddress> doors = PublicAddress.https(target);
        if (doors.isEmpty()) {
            return new Seen(List.of(), List.of());
        }
        Set<String> own = doors.stream().map(PublicAddress::host).collect(Collectors.toUnmodifiableSet());
        List<Callable<Course>> walks = new ArrayList<>();
        doors.forEach(door -> walks.add(() -> walk(door, door.plain(), own, lookout.wire())));
        doors.forEach(door -> walks.add(() -> walk(door, door.url(), own, lookout.wire())));
        List<Course> courses = Together.ask(AT_ONCE, walks);
        return new Seen(courses.subList(0, doors.size()), courses.subList(doors.size(), courses.size()));
    }

    private static Course walk(PublicAddress door, URI start, Set<String> own, Wire wire) {
        List<Hop> hops = new ArrayList<>();
        URI address = start;
        while (hops.size() < MOST_HOPS) {
            Reply reply = wire.send(Ask.get(address).within(PublicAddress.DEADLINE));
            Hop hop = new Hop(address, reply, next(address, reply));
            hops.add(hop);
            Optional<URI> next = hop.next().filter(it -> mayBeFollowed(it, own));
            if (next.isEmpty()) {
                return new Course(door, hops, false);
            }
            address = next.get();
        }
        return new Course(door, hops, true);
    }

    private static Optional<URI> next(URI address, Reply reply) {
        if (!(reply instanceof Answer answer) || answer.status() / 100 != 3 || answer.status() == 304) {
            return Optional.empty();
        }
        return answer.first("Location").flatMap(location -> resolved(address, location));
    }

    private static Optional<URI> resolved(URI address, String location) {
        try {
            return Optional.of(address.resolve(URI.create(location.strip())));
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }

    /** Only to the environment's own hosts: what lies elsewhere is not looked at. */
    private static boolean mayBeFollowed(URI next, Set<String> own) {
        return next.getScheme() != null
                && next.getScheme().toLowerCase(java.util.Locale.ROOT).matches("https?")
                && own.contains(Hop.host(next));
    }
}
