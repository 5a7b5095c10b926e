package dev.envproof.environment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/**
 * The Docker engine that a user has named, in the order in which the {@code docker} program looks: {@code DOCKER_HOST}, then
 * {@code DOCKER_CONTEXT}, then the current context of Docker's configuration. Who names one gets that one or none.
 *
 * @param by what names it, with its value, for messages
 * @param host where it listens; empty where a context is named that is not there
 */
public record NamedEngine(String by, Optional<String> host) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST_FILE = 1024 * 1024;

    /** Empty where the user names none, so that the usual places are looked at. */
    public static Optional<NamedEngine> of(Map<String, String> variables, Path home) {
        Path configuration = value(variables, "DOCKER_CONFIG")
                .map(named -> TypedPath.in(Path.of(""), named))
                .orElseGet(() -> home.resolve(".docker"));
        return value(variables, "DOCKER_HOST")
                .map(host -> new NamedEngine("DOCKER_HOST=" + host, Optional.of(host)))
                .or(() -> value(variables, "DOCKER_CONTEXT")
                        .map(name -> inContext("DOCKER_CONTEXT=" + name, name, configuration))
                        .or(() -> current(configuration))
                        .filter(named -> !named.by().endsWith("=default")));
    }

    public static Optional<NamedEngine> ofThisProcess() {
        return of(System.getenv(), Path.of(System.getProperty("user.home")));
    }

    private static Optional<String> value(Map<String, String> variables, String name) {
        return Optional.of(variables.getOrDefault(name, "").strip()).filter(text -> !text.isEmpty());
    }

    private static Optional<NamedEngine> current(Path configuration) {
        Path file = configuration.resolve("config.json");
        return text(file, "/currentContext")
                .map(name -> inContext(file + ": currentContext=" + name, name, configuration));
    }

    private static NamedEngine inContext(String by, String name, Path configuration) {
        Path meta = configuration.resolve("contexts/meta").resolve(sha256(name)).resolve("meta.json");
        return new NamedEngine(by, text(meta, "/Endpoints/docker/Host"));
    }

    private static Optional<String> text(Path file, String pointer) {
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > LONGEST_FILE) {
                return Optional.empty();
            }
            JsonNode found = JSON.readTree(Files.readAllBytes(file)).at(pointer);
            return Optional.of(found.asText("").strip()).filter(text -> !text.isEmpty());
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
