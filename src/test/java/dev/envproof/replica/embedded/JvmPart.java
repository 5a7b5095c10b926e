package dev.envproof.replica.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A part of a deployment in a JVM of its own, configured by nothing but its process environment. */
final class JvmPart implements AutoCloseable {
    private static final Pattern EXPORT = Pattern.compile("export (\\w+)='(.*)'");

    private final Class<?> main;
    private final List<String> arguments;
    private final Path errors;
    private Optional<Process> process = Optional.empty();
    private Map<String, String> environment = Map.of();
    private Map<String, String> told = Map.of();

    /** @param errors a file that takes what the process complains about */
    JvmPart(Class<?> main, List<String> arguments, Path errors) {
        this.main = main;
        this.arguments = List.copyOf(arguments);
        this.errors = errors;
    }

    /** Starts it, or starts it again where it runs with another environment; returns what it told once it was ready. */
    synchronized Map<String, String> run(Map<String, String> wanted) {
        if (process.isEmpty() || !wanted.equals(environment)) {
            close();
            environment = Map.copyOf(wanted);
            told = started();
        }
        return told;
    }

    private Map<String, String> started() {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(Redirect.appendTo(errors.toFile()));
        builder.environment().putAll(environment);
        try {
            Process started = builder.start();
            process = Optional.of(started);
            return exports(started.inputReader(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, String> exports(BufferedReader output) throws IOException {
        Map<String, String> variables = new HashMap<>();
        for (String line = output.readLine(); !"ready".equals(line); line = output.readLine()) {
            if (line == null) {
                throw new IllegalStateException(arguments + " did not start: " + Files.readString(errors));
            }
            putExport(line, variables);
        }
        return Map.copyOf(variables);
    }

    /** What a part wrote for others. */
    static Map<String, String> exports(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            Map<String, String> variables = new HashMap<>();
            lines.forEach(line -> putExport(line, variables));
            return variables;
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
    public synchronized void close() {
        process.ifPresent(JvmPart::end);
        process = Optional.empty();
    }

    private static void end(Process process) {
        process.destroy();
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
