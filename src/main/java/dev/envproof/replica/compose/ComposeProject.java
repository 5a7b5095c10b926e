package dev.envproof.replica.compose;

import dev.envproof.environment.Environment;
import dev.envproof.environment.ReplicaChoice.Compose;
import dev.envproof.evidence.Redaction;
import dev.envproof.evidence.VisibleText;
import dev.envproof.replica.ReplicaException;
import dev.envproof.replica.compose.ComposeProgram.Output;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One environment's compose file and the project that it is on the engine; other environments may be in it too. */
final class ComposeProject {
    private static final Duration READING = Duration.ofSeconds(60);
    private static final Duration STARTING = Duration.ofMinutes(5);
    private static final int LINES = 20;
    private static final int LONGEST_LINE = 300;

    private final Environment environment;
    private final Compose compose;
    private final String name;
    private final Set<String> others;
    private final ComposeProgram program;
    private final SecretTexts secrets;

    /**
     * @param name on the engine
     * @param others the Compose services that belong to other environments of the same project alone
     */
    ComposeProject(Environment environment, Compose compose, String name, Set<String> others, ComposeProgram program) {
        this.environment = environment;
        this.compose = compose;
        this.name = name;
        this.others = Set.copyOf(others);
        this.program = program;
        this.secrets = new SecretTexts()
                .addFile(compose.file())
                .addFile(compose.envFile().orElseGet(() -> folder().resolve(".env")))
                .addVariables(System.getenv());
    }

    Environment environment() {
        return environment;
    }

    Compose compose() {
        return compose;
    }

    String name() {
        return name;
    }

    boolean isOthers(Box box) {
        return others.contains(box.service());
    }

    /** @throws ReplicaException where a file is missing, or the program refuses it, or a part that is mapped is not in it */
    void check() {
        Stream.concat(Stream.of(compose.file()), compose.envFile().stream())
                .filter(file -> !Files.isRegularFile(file))
                .findFirst()
                .ifPresent(missing -> {
                    throw failure("there is no file " + missing, List.of());
                });
        Output read = run(List.of("config", "--services"), READING);
        if (!read.isGood()) {
            throw failure("the compose file " + compose.file() + " can't be used", read.lines());
        }
        Set<String> known = read.output().lines().map(String::strip).collect(Collectors.toCollection(TreeSet::new));
        refuseUnknown("replica.edge", compose.edge().service(), known);
        environment.containers().ifPresent(it -> {
            it.services().forEach((service, part) -> refuseUnknown("docker.services." + service, part, known));
            it.stores().forEach((store, part) -> refuseUnknown("docker.stores." + store, part, known));
        });
    }

    private void refuseUnknown(String key, String part, Set<String> known) {
        if (!known.contains(part)) {
            throw failure(
                    "`" + key + "` names " + part + ", which is no service of " + compose.file() + "; known: "
                            + String.join(", ", known),
                    List.of());
        }
    }

    /**
     * Starts what does not run yet; containers that are there stay the same ones.
     *
     * @throws ReplicaException with the program's own words, redacted
     */
    void start() {
        Output up = run(List.of("up", "-d", "--no-recreate"), STARTING);
        if (!up.isGood()) {
            throw failure("the compose file " + compose.file() + " does not start" + cause(up), up.lines());
        }
    }

    private String cause(Output up) {
        String output = String.join("\n", up.lines());
        if (output.contains("port is already allocated") || output.contains("address already in use")) {
            return ": a port is taken; publish another one, or let Docker choose (`127.0.0.1::80`)";
        }
        return output.contains("pull access denied")
                        || output.contains("No such image")
                        || output.contains("manifest")
                        || output.contains("failed to resolve")
                        || output.contains("registry")
                ? ": an image is not on this machine and can't be pulled" + images()
                : "";
    }

    /** Compose v2 says which service lacks its image, but not which image; the older program knows no such question. */
    private String images() {
        Output asked = run(List.of("config", "--images"), READING);
        return asked.isGood()
                ? "; it names "
                        + String.join(", ", asked.output().lines().sorted().toList())
                : "";
    }

    /** @param boxes what the engine has of the project */
    void refuseFailed(List<Box> boxes, ComposeEngine engine) {
        boxes.forEach(box -> secrets.addVariables(box.variables()));
        boxes.stream().filter(box -> box.failure().isPresent()).findFirst().ifPresent(box -> {
            throw failure(
                    box.service() + " " + box.failure().orElseThrow() + "; its last lines",
                    engine.lastLines(box, LINES));
        });
    }

    /** A failure of this environment, with lines of somebody else's, redacted. */
    ReplicaException failure(String what, List<String> lines) {
        Redaction redaction = secrets.redaction();
        StringBuilder text = new StringBuilder(environment.name() + ": " + redaction.redact(what));
        lines.stream()
                .filter(line -> !line.isBlank())
                .skip(Math.max(0, lines.stream().filter(line -> !line.isBlank()).count() - LINES))
                .map(line -> VisibleText.of(redaction.redact(line, LONGEST_LINE)))
                .forEach(line -> text.append("\n  ").append(line));
        return new ReplicaException(text.toString());
    }

    private Output run(List<String> arguments, Duration patience) {
        List<String> all = new ArrayList<>(
                List.of("-p", name(), "-f", compose.file().toAbsolutePath().toString()));
        compose.envFile()
                .ifPresent(file ->
                        all.addAll(List.of("--env-file", file.toAbsolutePath().toString())));
        all.addAll(arguments);
        return program.run(all, folder(), patience);
    }

    private Path folder() {
        return compose.file().toAbsolutePath().resolveSibling(".").normalize();
    }
}
