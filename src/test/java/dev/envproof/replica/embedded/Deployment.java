package dev.envproof.replica.embedded;

import static org.awaitility.Awaitility.await;

import dev.envproof.environment.Environment;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.environment.SystemUnderTest.Call;
import dev.envproof.environment.SystemUnderTest.Edge;
import dev.envproof.environment.SystemUnderTest.Route;
import dev.envproof.environment.SystemUnderTest.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.stream.Collectors;

/**
 * The job-platform as separate processes, one per store set, service and edge, that share nothing with this JVM: what a
 * test reaches only by URL and declared credentials.
 */
public final class Deployment implements AutoCloseable {
    private final SystemUnderTest system = JobPlatform.SYSTEM;
    private final String faults;
    private final Path folder;
    private final ConcurrentLinkedDeque<JvmPart> parts = new ConcurrentLinkedDeque<>();
    private final Map<String, String> reached = new ConcurrentHashMap<>();

    private Deployment(String faults, Path folder) {
        this.faults = faults;
        this.folder = folder;
    }

    /** @param faults ids of what it deviates in, a comma list; empty for the healthy state */
    public static Deployment start(String faults) {
        try {
            Deployment deployment = new Deployment(faults, Files.createTempDirectory("deployment"));
            deployment.startAll();
            return deployment;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a verifier's process environment holds: the URL of every environment, and its declared credentials. */
    public Map<String, String> variables() {
        return Map.copyOf(reached);
    }

    private void startAll() {
        try {
            Path configuration = folder.resolve("env");
            told(Map.of(), "stores", "--write-env", configuration.toString());
            system.edges().parallelStream()
                    .forEach(edge -> start(edge, JvmPart.exports(Path.of(configuration + "." + edge.name()))));
            system.environments().forEach(this::awaitAnswers);
        } catch (RuntimeException failed) {
            close();
            throw failed;
        }
    }

    /** Processes that have just started are slow at first: every service answers once before anybody judges it. */
    private void awaitAnswers(Environment environment) {
        URI edge = URI.create(reached.get(environment.urlVariable()));
        for (Route route : system.routes()) {
            await().atMost(Duration.ofSeconds(60))
                    .ignoreExceptions()
                    .until(() -> HttpCall.send("GET", route.at(edge, "health"), Map.of(), "")
                                    .status()
                            != 0);
        }
    }

    /** Services that call others start last, because they are told where those listen. */
    private void start(Edge edge, Map<String, String> configuration) {
        Set<String> callers = system.calls().stream().map(Call::from).collect(Collectors.toSet());
        Map<String, String> variables = new ConcurrentHashMap<>(configuration);
        system.services().stream()
                .map(Service::name)
                .sorted(Comparator.comparing(callers::contains))
                .forEach(service -> variables.putAll(told(variables, "service", edge.name(), service)));
        reached.putAll(configuration);
        reached.putAll(told(variables, "edge", edge.name()));
    }

    /** Starts a process and returns, once it is ready, what it printed. */
    private Map<String, String> told(Map<String, String> environment, String... arguments) {
        JvmPart part = new JvmPart(ServeMain.class, List.of(arguments), folder.resolve("errors"));
        parts.addFirst(part);
        Map<String, String> configured = new HashMap<>(environment);
        configured.put("ENVPROOF_FAULTS", faults);
        return part.run(configured);
    }

    @Override
    public void close() {
        parts.forEach(JvmPart::close);
        Leftovers.delete(folder);
    }
}
