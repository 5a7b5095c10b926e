package dev.envproof.probe.routing;

import dev.envproof.environment.Controls;
import dev.envproof.environment.Controls.Started;
import dev.envproof.environment.Environment;
import dev.envproof.environment.RoutingHeader;
import dev.envproof.environment.StoreAddress;
import dev.envproof.environment.SystemUnderTest.Edge;
import dev.envproof.environment.SystemUnderTest.Service;
import dev.envproof.environment.Target;
import dev.envproof.probe.Together;
import dev.envproof.probe.routing.StartUpProbe.BadDefault;
import dev.envproof.probe.routing.StartUpProbe.Bereft;
import dev.envproof.probe.routing.StartUpProbe.Seen;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/** One round of start-ups for one target. */
record StartUpTrial(Target target, Controls controls, Tracer tracer) {
    private static final int THREADS = 4;
    private static final String GARBAGE = "not-an-environment";

    Seen run() {
        List<Callable<Bereft>> bereft = new ArrayList<>();
        List<Callable<BadDefault>> badDefaults = new ArrayList<>();
        for (String service : servicesWithStores()) {
            Optional.ofNullable(target.services().get(service))
                    .ifPresent(running -> bereft.add(() -> bereft(service, running)));
            declaredDefault().ifPresent(variable -> {
                badDefaults.add(() -> badDefault(service, variable, "unset", ""));
                badDefaults.add(() -> badDefault(service, variable, "set to a word that names nothing", GARBAGE));
            });
        }
        return new Seen(Together.ask(THREADS, bereft), Together.ask(THREADS, badDefaults));
    }

    private List<String> servicesWithStores() {
        return target.system().services().stream()
                .filter(service -> !service.stores().isEmpty())
                .map(Service::name)
                .toList();
    }

    /** Only asked where the environment is its edge's default: once per edge. */
    private Optional<RoutingHeader.DefaultVariable> declaredDefault() {
        Environment environment = target.environment();
        return target.system()
                .edge(environment.edge())
                .filter(edge -> edge.defaultEnvironment().equals(environment.name()))
                .flatMap(edge -> target.system().routingHeader())
                .flatMap(RoutingHeader::defaultVariable);
    }

    private Bereft bereft(String service, URI running) {
        HeaderCase own = HeaderCases.value(target.environment().name());
        HeaderCase others = HeaderCases.value(another());
        Sighting before = tracer.atService(service, running, own);
        try (Started started = controls.startService(target.environment().edge(), service, unset())) {
            Sighting asked = tracer.atService(service, started.url(), own);
            return new Bereft(before, asked, tracer.atService(service, started.url(), others));
        }
    }

    private BadDefault badDefault(String service, RoutingHeader.DefaultVariable variable, String says, String value) {
        HeaderCase named = HeaderCases.value(variable.whenInvalid());
        HeaderCase headerless = new HeaderCase(
                HeaderCase.Kind.ABSENT,
                "no header, and " + variable.name() + " " + says + ",",
                List.of(),
                Set.of(),
                Set.of(variable.whenInvalid()));
        Map<String, String> variables = Map.of(variable.name(), value);
        try (Started started = controls.startService(target.environment().edge(), service, variables)) {
            return new BadDefault(
                    says,
                    tracer.atService(service, started.url(), named),
                    tracer.atService(service, started.url(), headerless));
        }
    }

    private String another() {
        String fallback = target.system()
                .edge(target.environment().edge())
                .map(Edge::defaultEnvironment)
                .orElse("");
        return target.system().environments().stream()
                .map(Environment::name)
                .filter(name -> !name.equals(target.environment().name()))
                .min((a, b) -> Boolean.compare(b.equals(fallback), a.equals(fallback)))
                .orElse(fallback);
    }

    private Map<String, String> unset() {
        Map<String, String> unset = new HashMap<>();
        for (StoreAddress store : target.environment().stores()) {
            Stream.of(
                            Optional.of(store.urlVariable()),
                            store.keyVariable(),
                            store.legacyUrlVariable(),
                            store.legacyKeyVariable())
                    .flatMap(Optional::stream)
                    .forEach(variable -> unset.put(variable, ""));
        }
        return unset;
    }
}
