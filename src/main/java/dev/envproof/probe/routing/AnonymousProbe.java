package dev.envproof.probe.routing;

import dev.envproof.environment.Health;
import dev.envproof.environment.Identity;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.environment.Target;
import dev.envproof.probe.Addressed;
import dev.envproof.probe.Ask;
import dev.envproof.probe.Lookout;
import dev.envproof.probe.Probe;
import dev.envproof.probe.Reply;
import dev.envproof.probe.Volley;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Asks every service of an environment without the access key that its file declares, and once more with it. */
public final class AnonymousProbe implements Probe<AnonymousProbe.Seen> {
    private static final int AT_ONCE = 4;

    /** Each path, asked both ways. */
    public record Seen(List<Asked> paths) implements dev.envproof.probe.Seen {
        public Seen {
            paths = List.copyOf(paths);
        }
    }

    /** @param path as the system's routes name it */
    public record Asked(String path, Reply anonymous, Reply withKey) {}

    @Override
    public Class<Seen> sees() {
        return Seen.class;
    }

    @Override
    public Seen look(Target target, Lookout lookout) {
        List<String> paths = target.routes().stream()
                .flatMap(route -> relativePaths(target.system()).map(path -> route.path() + path))
                .toList();
        List<Ask> asks = new ArrayList<>();
        for (String path : paths) {
            URI address = target.edge().resolve(path);
            asks.add(Ask.get(address));
            asks.add(Addressed.to(target, Ask.get(address)));
        }
        List<Reply> replies = new Volley(lookout.wire(), AT_ONCE, lookout.budget()).send(asks);
        List<Asked> asked = new ArrayList<>();
        for (int index = 0; index < paths.size(); index++) {
            asked.add(new Asked(paths.get(index), replies.get(2 * index), replies.get(2 * index + 1)));
        }
        return new Seen(asked);
    }

    private static Stream<String> relativePaths(SystemUnderTest system) {
        return Stream.concat(
                system.health().map(Health::path).stream(), system.identity().map(Identity::path).stream());
    }
}
