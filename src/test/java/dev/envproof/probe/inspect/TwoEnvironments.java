package dev.envproof.probe.inspect;

import dev.envproof.DockerProgram;
import dev.envproof.environment.Containers;
import dev.envproof.environment.Target;
import dev.envproof.environment.Target.Engine;
import dev.envproof.fault.Deviation;
import dev.envproof.fault.Fault;
import dev.envproof.probe.SampleSystem;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Staging and production, a service and a store each, in real containers that do nothing; healthy but for one deviation. */
final class TwoEnvironments implements AutoCloseable {
    private static final String IMAGE = "local/nginx:1.22";
    private static final String CHECKED = "health/check-of-the-image";
    private static final String URL = "postgresql://made:up-password-of-%s@%s/app";

    private final String prefix =
            "envproof-test-" + UUID.randomUUID().toString().substring(0, 8);
    private final Path configuration;
    private final List<String> containers = new ArrayList<>();
    private final List<String> networks = new ArrayList<>();
    private final List<String> volumes;

    private TwoEnvironments(Path configuration) {
        this.configuration = configuration;
        this.volumes = Stream.of("", "staging", "production")
                .map(environment -> prefix + environment + "_data")
                .toList();
    }

    /** @param configuration a file that both may mount */
    static TwoEnvironments showing(Set<Deviation> deviations, Path configuration) {
        TwoEnvironments both = new TwoEnvironments(configuration);
        try {
            both.start(deviations.stream().map(Deviation::id).toList());
            return both;
        } catch (RuntimeException failed) {
            both.close();
            throw failed;
        }
    }

    private void start(List<String> shown) {
        List<String> both = List.of("staging", "production");
        if (shown.contains(CHECKED)) {
            makeImageWithCheck();
        }
        both.forEach(this::network);
        both.forEach(
                environment -> List.of("web", "database").forEach(part -> containers.add(name(environment, part))));
        both.parallelStream()
                .forEach(environment ->
                        Stream.of("web", "database").parallel().forEach(part -> run(environment, part, shown)));
        both.forEach(environment -> attach(environment, shown));
    }

    private void attach(String environment, List<String> shown) {
        boolean isStaging = environment.equals("staging");
        if (shown.contains("isolation/network-shared") || shown.contains("isolation/edge-network-shared")) {
            network("edge");
            connect("edge", name(environment, "web"), environment + "-web");
        }
        if (shown.contains("isolation/name-of-two-environments")) {
            network("edge");
            connect("edge", name(environment, "database"), "database");
        }
        if (isStaging && shown.contains("isolation/wrong-network-attached")) {
            connect("production", name("staging", "database"), "staging-database");
        }
        if (isStaging && shown.contains("isolation/second-network-of-its-own")) {
            network("staging-second");
            connect("staging-second", name("staging", "database"), "database");
        }
    }

    private void run(String environment, String part, List<String> shown) {
        boolean isStaging = environment.equals("staging");
        boolean isStore = part.equals("database");
        List<String> command = new ArrayList<>(List.of("run", "-d", "--name", name(environment, part)));
        command.addAll(List.of("--network", prefix + environment, "--network-alias", part));
        boolean ofImage = shown.contains(CHECKED);
        if (!ofImage && !(isStaging && shown.contains("health/check-missing"))) {
            command.addAll(List.of("--health-cmd", "true"));
        }
        boolean isOld = isStaging && !isStore && shown.contains("secrets/container-has-another-value");
        if (!(isStaging && isStore && shown.contains("secrets/value-from-a-file"))) {
            command.addAll(List.of(
                    "-e", variable(environment) + "=" + URL.formatted(isOld ? "before" : environment, "database")));
        }
        if (isStore) {
            command.addAll(ofStore(environment, shown));
        }
        if (shown.contains("isolation/configuration-mounted")) {
            command.addAll(List.of("-v", configuration + ":/etc/app.conf:ro"));
        }
        command.addAll(List.of(ofImage ? prefix + ":checked" : IMAGE, "sleep", "600"));
        DockerProgram.run(command.toArray(String[]::new));
    }

    private List<String> ofStore(String environment, List<String> shown) {
        List<String> options = new ArrayList<>();
        if (environment.equals("staging") && shown.contains("isolation/store-port-published")) {
            options.addAll(List.of("-p", "5432"));
        }
        if (shown.contains("isolation/store-port-on-loopback")) {
            options.addAll(List.of("-p", "127.0.0.1::5432"));
        }
        String volume = prefix + (shown.contains("isolation/volume-shared") ? "" : environment) + "_data";
        options.addAll(List.of("-v", volume + ":/data"));
        return options;
    }

    private void makeImageWithCheck() {
        String base = prefix + "-base";
        containers.add(base);
        DockerProgram.run("create", "--name", base, IMAGE);
        DockerProgram.run("commit", "--change", "HEALTHCHECK CMD true", base, prefix + ":checked");
    }

    /** One target per environment; the edge of each is nowhere. */
    List<Target> targets(Set<Deviation> deviations) {
        boolean declaresEdge = deviations.stream().noneMatch(deviation -> deviation == Fault.ISOLATION_NETWORK_SHARED);
        Map<String, String> variables = Map.of(
                variable("staging"), URL.formatted("staging", "127.0.0.1:1"),
                variable("production"), URL.formatted("production", "127.0.0.1:2"));
        return SampleSystem.targets(URI.create("http://127.0.0.1:1/"), Engine.REMOTE, variables).stream()
                .map(target -> target.in(declared(target.environment().name(), declaresEdge)))
                .toList();
    }

    private Containers declared(String environment, boolean declaresEdge) {
        return Containers.named(
                        Map.of("job-matcher", name(environment, "web")),
                        Map.of("database", name(environment, "database")),
                        Set.of(prefix + environment, prefix + environment + "-second"))
                .sharing(declaresEdge ? Set.of(prefix + "edge") : Set.of());
    }

    private static String variable(String environment) {
        return "DATABASE_URL_" + (environment.equals("staging") ? "STAGING" : "PROD");
    }

    private String name(String environment, String part) {
        return prefix + "-" + environment + "-" + part;
    }

    private void network(String name) {
        if (!networks.contains(prefix + name)) {
            networks.add(prefix + name);
            DockerProgram.run("network", "create", prefix + name);
        }
    }

    private void connect(String network, String container, String alias) {
        DockerProgram.run("network", "connect", "--alias", alias, prefix + network, container);
    }

    @Override
    public void close() {
        Stream.of(
                        removal(List.of("rm", "-f", "-v"), containers),
                        removal(List.of("network", "rm"), networks),
                        removal(List.of("volume", "rm", "-f"), volumes),
                        List.of("rmi", "-f", prefix + ":checked"))
                .filter(command -> !command.contains("rmi") || containers.contains(prefix + "-base"))
                .forEach(command -> DockerProgram.run(command.toArray(String[]::new)));
    }

    private static List<String> removal(List<String> command, List<String> names) {
        return Stream.concat(command.stream(), names.stream().distinct()).toList();
    }
}
