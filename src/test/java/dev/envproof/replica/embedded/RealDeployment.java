package dev.envproof.replica.embedded;

import static org.awaitility.Awaitility.await;

import dev.envproof.environment.Environment;
import dev.envproof.environment.Environments;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.environment.SystemUnderTest.Edge;
import dev.envproof.environment.SystemUnderTest.Route;
import dev.envproof.environment.Target;
import dev.envproof.environment.Targets;
import dev.envproof.environment.Variables;
import dev.envproof.fault.Deviation;
import dev.envproof.replica.Component;
import dev.envproof.replica.Side;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The job-platform as users deploy it: the distribution's nginx and PostgreSQL, and a process for every gateway and
 * service. What verifies it reaches it by URL and declared credentials only.
 */
public final class RealDeployment implements AutoCloseable {
    private static final Path SHIPPED = Path.of("environments", "job-platform");

    private final SystemUnderTest system = JobPlatform.SYSTEM;
    private final Path folder;
    private final Map<String, ProjectStores> stores = new LinkedHashMap<>();
    private final Map<String, InstalledNginx> edges = new LinkedHashMap<>();
    private final RealProcesses processes;
    private Shape shape = new Shape(system, Set.of(), Map.of());
    private int copies;

    private RealDeployment(Path folder) throws IOException {
        this.folder = folder;
        this.processes = new RealProcesses(system, folder.resolve("errors"));
        for (Environment environment : system.environments()) {
            String name = environment.name();
            Path own = Files.createDirectory(folder.resolve("postgres-" + name));
            stores.put(
                    name,
                    ProjectStores.of(
                            environment,
                            new InstalledPostgres(own),
                            project -> new SupabaseGateway(project, 0, () -> shape)));
        }
        for (Edge edge : system.edges()) {
            Path own = Files.createDirectory(folder.resolve("nginx-" + edge.name()));
            edges.put(edge.name(), new InstalledNginx(edge.name(), own));
        }
    }

    /** @throws dev.envproof.replica.ReplicaException where a program is not installed, or does not start */
    public static RealDeployment start() {
        try {
            RealDeployment deployment = new RealDeployment(newFolder());
            AtExit.close(deployment);
            deployment.startAll();
            return deployment;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The user of the database servers passes through it, and nobody looks in. */
    private static Path newFolder() throws IOException {
        Path folder = Files.createTempDirectory(Scratch.directory(), "deployment");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        return folder;
    }

    private void startAll() {
        try {
            StartUp.all(clusters(), line -> {});
            restore();
        } catch (RuntimeException failed) {
            close();
            throw failed;
        }
    }

    private List<Component> clusters() {
        return stores.values().stream().<Component>map(ProjectStores::cluster).toList();
    }

    /** Everything as it should be. */
    public void restore() {
        apply(Set.of(), new RealProcesses.Own(SHIPPED, Set.of(), Set.of()));
        await("health")
                .atMost(Duration.ofSeconds(30))
                .pollDelay(Duration.ZERO)
                .ignoreExceptions()
                .until(() -> {
                    Readiness.await(targets());
                    return true;
                });
    }

    /** Nothing but what the misconfiguration touches is started again; every nginx reloads, and counts from zero. */
    public void show(Misconfiguration wrong) {
        Path copy = ChangedFiles.write(folder.resolve("environments-" + ++copies), wrong.files());
        Set<String> about = wrong.files().keySet().stream()
                .map(key -> key.substring(0, key.indexOf('.')))
                .collect(Collectors.toSet());
        apply(
                wrong.code() ? Set.of() : Set.of(wrong.fault()),
                new RealProcesses.Own(copy, about, wrong.code() ? Set.of(wrong.fault()) : Set.of()));
    }

    private void apply(Set<Deviation> deviations, RealProcesses.Own own) {
        ReplicaVariables all = new ReplicaVariables(system, deviations, addresses(), SideStores.none());
        Map<String, Variables> variables = new LinkedHashMap<>();
        system.edges().forEach(edge -> variables.put(edge.name(), all.of(edge, processes.services(edge.name()))));
        shape = new Shape(system, deviations, variables);
        stores.values().parallelStream().forEach(store -> store.cluster().restore());
        StoreFaults.commit(shape, stores);
        Map<String, Project> projects = new HashMap<>();
        stores.forEach((environment, store) -> projects.put(environment, store.project()));
        processes.run(shape, projects, own);
        edges.forEach((name, nginx) -> nginx.show(shape, processes.services(name)));
        targets().forEach(RealDeployment::awaitAnswers);
    }

    private Map<String, ReplicaVariables.Addresses> addresses() {
        Map<String, ReplicaVariables.Addresses> addresses = new LinkedHashMap<>();
        stores.forEach((environment, store) -> addresses.put(
                environment,
                new ReplicaVariables.Addresses(
                        store.project(),
                        store.cluster().url(Side.INSIDE),
                        store.cluster().otherUrl(Side.INSIDE),
                        processes.gateway(environment),
                        store.accessKey())));
        return addresses;
    }

    /** Processes that have just started are slow at first: every service answers before anybody judges it. */
    private static void awaitAnswers(Target target) {
        for (Route route : target.routes()) {
            await(route.path() + " of " + target.environment().name())
                    .atMost(Duration.ofSeconds(30))
                    .pollDelay(Duration.ZERO)
                    .ignoreExceptions()
                    .until(() ->
                            JobPlatform.get(target, route.service(), "health").status() != 502);
        }
    }

    private URI url(Environment environment) {
        return Optional.ofNullable(edges.get(environment.edge())).orElseThrow().url();
    }

    /** What a verifier's process environment holds: the URL of every environment, and its declared credentials. */
    public Map<String, String> variables() {
        Map<String, String> variables = new HashMap<>();
        for (Environment environment : system.environments()) {
            variables.putAll(shape.variables(environment.edge()).asMap());
        }
        variables.putAll(urls());
        return variables;
    }

    private Map<String, String> urls() {
        return system.environments().stream()
                .collect(Collectors.toMap(
                        Environment::urlVariable,
                        environment -> url(environment).toString()));
    }

    /** Every environment as a verifier meets it: at its URL, with its own edge's variables and nginx.conf. */
    public List<Target> targets() {
        SystemUnderTest deployed = Environments.load(SHIPPED, urls(), Map.of());
        SystemUnderTest read = deployed.withEdges(deployed.edges().stream()
                .map(edge -> new Edge(
                        edge.name(),
                        edge.defaultEnvironment(),
                        Optional.ofNullable(edges.get(edge.name())).map(InstalledNginx::conf)))
                .toList());
        return read.environments().stream()
                .map(environment -> Targets.remote(
                        read, environment, shape.variables(environment.edge()).asMap()))
                .toList();
    }

    @Override
    public void close() {
        try {
            edges.values().forEach(InstalledNginx::close);
            processes.close();
            StartUp.stopAll(clusters());
        } finally {
            AtExit.forget(this);
            Leftovers.delete(folder);
        }
    }
}
