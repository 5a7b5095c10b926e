package dev.envproof.replica.embedded;

import static org.awaitility.Awaitility.await;

import dev.envproof.environment.Environment;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.environment.SystemUnderTest.Call;
import dev.envproof.environment.SystemUnderTest.Edge;
import dev.envproof.environment.SystemUnderTest.Route;
import dev.envproof.environment.SystemUnderTest.Service;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The job-platform as separate processes, one per store set, service and edge, that share nothing with this JVM: what a
 * test reaches only by URL and declared credentials.
 */
public final class Deployment implements AutoCloseable {
    private static final Pattern EXPORT = Pattern.compile("export (\\w+)='(.*)'");

    private final SystemUnderTest system = JobPlatform.SYSTEM;
    private final String faults;
    private final Path folder;
    private final ConcurrentLinkedDeque<Process> processes = new ConcurrentLinkedDeque<>();
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
                    .forEach(edge -> start(edge, exports(Path.of(configuration + "." + edge.name()))));
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
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                ServeMain.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectError(Redirect.appendTo(folder.resolve("errors").toFile()));
        builder.environment().putAll(environment);
        builder.environment().put("ENVPROOF_FAULTS", faults);
        try {
            Process process = builder.start();
            processes.addFirst(process);
            return exports(process.inputReader(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, String> exports(BufferedReader output) throws IOException {
        Map<String, String> told = new HashMap<>();
        for (String line = output.readLine(); !"ready".equals(line); line = output.readLine()) {
            if (line == null) {
                throw new IllegalStateException("a part did not start: " + Files.readString(folder.resolve("errors")));
            }
            putExport(line, told);
        }
        return told;
    }

    private static Map<String, String> exports(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            Map<String, String> told = new HashMap<>();
            lines.forEach(line -> putExport(line, told));
            return told;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void putExport(String line, Map<String, String> variables) {
        Matcher matcher = EXPORT.matcher(line);
        if (matcher.matches()) {
            variables.put(matcher.group(1), matcher.group(2));
        }
    }

    @Override
    public void close() {
        processes.forEach(Process::destroy);
        for (Process process : processes) {
            ended(process);
        }
        Leftovers.delete(folder);
    }

    private static void ended(Process process) {
        try {
            if (!process.waitFor(15, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
