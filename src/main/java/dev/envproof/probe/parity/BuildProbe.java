package dev.envproof.probe.parity;

import dev.envproof.environment.Health;
import dev.envproof.environment.SystemUnderTest.Route;
import dev.envproof.environment.Target;
import dev.envproof.probe.Addressed;
import dev.envproof.probe.Ask;
import dev.envproof.probe.Lookout;
import dev.envproof.probe.Probe;
import dev.envproof.probe.Reply;
import dev.envproof.probe.Volley;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Asks every service so often for the build in its health that one old instance of eight does not stay unseen. */
public final class BuildProbe implements Probe<BuildProbe.Seen> {
    /** Finds the one of eight instances, with 99 %. */
    private static final int SAMPLES = 36;

    private static final int AT_ONCE = 2;

    /** What each route's service said. */
    public record Seen(List<ServiceBuilds> services) implements dev.envproof.probe.Seen {
        public Seen {
            services = List.copyOf(services);
        }
    }

    @Override
    public Class<Seen> sees() {
        return Seen.class;
    }

    @Override
    public Seen look(Target target, Lookout lookout) {
        Optional<String> version = target.system().health().flatMap(Health::version);
        if (version.isEmpty() || target.system().parity().isEmpty()) {
            return new Seen(List.of());
        }
        Build.Reading reading = new Build.Reading(
                version.get(),
                target.system().parity().flatMap(parity -> parity.build().digest()),
                lookout.redaction());
        List<Ask> asks = target.routes().stream()
                .flatMap(route -> Collections.nCopies(SAMPLES, ask(target, route)).stream())
                .toList();
        List<Reply> replies =
                new Volley(lookout.wire(), AT_ONCE, lookout.budget().dividedBy(2)).send(asks);
        List<ServiceBuilds> services = new ArrayList<>();
        for (int at = 0; at < target.routes().size(); at++) {
            Stream<Reply> its = replies.subList(at * SAMPLES, (at + 1) * SAMPLES).stream();
            services.add(new ServiceBuilds(
                    target.routes().get(at).service(), its.map(reading::of).toList()));
        }
        return new Seen(services);
    }

    private static Ask ask(Target target, Route route) {
        Health health = target.system().health().orElseThrow();
        return Addressed.to(target, Ask.get(route.at(target.edge(), health.path())));
    }
}
