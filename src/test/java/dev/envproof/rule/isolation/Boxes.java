package dev.envproof.rule.isolation;

import dev.envproof.environment.Containers;
import dev.envproof.probe.inspect.Attachment;
import dev.envproof.probe.inspect.Container;
import dev.envproof.probe.inspect.InspectProbe;
import dev.envproof.probe.inspect.Mount;
import dev.envproof.probe.inspect.PublishedPort;
import dev.envproof.probe.store.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Hand-made containers of an environment: one healthy store and one service on a network of its own, then changed. */
public record Boxes(Containers declared, List<Container> containers, List<String> absent, Map<String, String> values) {

    /** An environment whose Compose project has its name. */
    public static Boxes of(String environment) {
        Containers declared = Containers.named(Map.of(), Map.of(), Set.of()).in(environment);
        return new Boxes(declared, List.of(web(environment), database(environment)), List.of(), Map.of());
    }

    private static Container web(String project) {
        return box(project, "web", Set.of("api"), Set.of());
    }

    private static Container database(String project) {
        return box(project, "database", Set.of(), Set.of("database"));
    }

    private static Container box(String project, String part, Set<String> services, Set<String> stores) {
        return new Container(
                project + part,
                project + "_" + part + "_1",
                Optional.of(project),
                services,
                stores,
                Set.of(),
                true,
                Optional.empty(),
                "local/" + part,
                "sha256:1",
                List.of(),
                Map.of(),
                List.of(network(project, part)),
                false,
                List.of(volume(project + "_data")),
                List.of(),
                Optional.of("healthy"),
                Map.of());
    }

    /** The project's own network, where a part goes by its name. */
    static Attachment network(String project, String part) {
        return new Attachment(project + "-id", project + "_default", Optional.of(project), Set.of(part));
    }

    static Attachment outside(String name, String... names) {
        return new Attachment(name + "-id", name, Optional.empty(), Set.of(names));
    }

    static Mount volume(String name) {
        return new Mount(Mount.Kind.VOLUME, name, name, "/data", true);
    }

    static Mount folder(String path, boolean writable) {
        return new Mount(Mount.Kind.BIND, path, path, "/etc/app.conf", writable);
    }

    Boxes declaring(Containers other) {
        return new Boxes(other, containers, absent, values);
    }

    Boxes lacking(String part) {
        return new Boxes(declared, containers, List.of(part), values);
    }

    public Boxes told(Map<String, String> fingerprints) {
        return new Boxes(declared, containers, absent, fingerprints);
    }

    Boxes on(Attachment more) {
        return each(it -> it.networks(with(it.networks, more)));
    }

    Boxes mounting(Mount more) {
        return each(it -> it.mounts(with(it.mounts, more)));
    }

    Boxes publishing(String address) {
        return each(it -> it.published(List.of(new PublishedPort("5432/tcp", address, "5432"))));
    }

    Boxes onTheMachinesNetwork() {
        return each(Draft::hostNetwork);
    }

    Boxes alsoOf(String sibling) {
        return each(it -> it.alsoOf(sibling));
    }

    public Boxes withoutHealthCheck() {
        return each(Draft::unchecked);
    }

    public Boxes runningWith(Map<String, String> fingerprints) {
        return each(it -> it.variables(fingerprints));
    }

    public InspectProbe.Seen seen() {
        return new InspectProbe.Seen(declared, new Fact.Known<>(containers), absent, values);
    }

    public static InspectProbe.Seen unseen() {
        return new InspectProbe.Seen(
                of("staging").declared, new Fact.Unknown<>("connect: no engine"), List.of(), Map.of());
    }

    private Boxes each(UnaryOperator<Draft> change) {
        List<Container> changed = containers.stream()
                .map(it -> change.apply(new Draft(it)).container())
                .toList();
        return new Boxes(declared, changed, absent, values);
    }

    private static <T> List<T> with(List<T> some, T more) {
        List<T> all = new ArrayList<>(some);
        all.add(more);
        return all;
    }

    /** A container in the making. */
    private static final class Draft {
        private final Container like;
        private List<Attachment> networks;
        private List<Mount> mounts;
        private List<PublishedPort> published;
        private Set<String> alsoOf;
        private Map<String, String> variables;
        private Optional<String> health;
        private boolean hostNetwork;

        Draft(Container like) {
            this.like = like;
            this.networks = like.networks();
            this.mounts = like.mounts();
            this.published = like.published();
            this.alsoOf = like.alsoOf();
            this.variables = like.variables();
            this.health = like.health();
            this.hostNetwork = like.hostNetwork();
        }

        Draft networks(List<Attachment> changed) {
            networks = changed;
            return this;
        }

        Draft mounts(List<Mount> changed) {
            mounts = changed;
            return this;
        }

        Draft published(List<PublishedPort> changed) {
            published = changed;
            return this;
        }

        Draft alsoOf(String sibling) {
            alsoOf = Set.of(sibling);
            return this;
        }

        Draft variables(Map<String, String> changed) {
            variables = changed;
            return this;
        }

        Draft unchecked() {
            health = Optional.empty();
            return this;
        }

        Draft hostNetwork() {
            hostNetwork = true;
            return this;
        }

        Container container() {
            return new Container(
                    like.id(),
                    like.name(),
                    like.project(),
                    like.services(),
                    like.stores(),
                    alsoOf,
                    like.running(),
                    like.started(),
                    like.image(),
                    like.imageId(),
                    like.digests(),
                    variables,
                    networks,
                    hostNetwork,
                    mounts,
                    published,
                    health,
                    like.labels());
        }
    }
}
