package dev.envproof.replica.docker;

import dev.envproof.replica.ReplicaException;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * The images of a run. For each, a property {@code replica.images.<role>} comes first, then a variable
 * {@code REPLICA_IMAGE_<ROLE>}, then the file {@value #FILE} in the folder that the run is started in, then the official
 * image; a blank value is none.
 */
final class Images {
    static final String FILE = "replica-images.properties";

    private final Map<Image.Role, Image> byRole;

    private Images(Map<Image.Role, Image> byRole) {
        this.byRole = new EnumMap<>(byRole);
    }

    static Images ofThisProcess() {
        return configured(System.getProperties(), System.getenv(), Path.of(FILE));
    }

    static Images configured(Properties properties, Map<String, String> variables, Path file) {
        Properties written = read(file);
        Map<Image.Role, Image> images = new EnumMap<>(Image.Role.class);
        for (Image.Role role : Image.Role.values()) {
            String name = Stream.of(
                            Optional.ofNullable(properties.getProperty(role.property())),
                            Optional.ofNullable(variables.get(role.variable())),
                            Optional.ofNullable(written.getProperty(role.word())))
                    .flatMap(Optional::stream)
                    .map(String::strip)
                    .filter(text -> !text.isEmpty())
                    .findFirst()
                    .orElseGet(role::official);
            images.put(role, new Image(role, name));
        }
        return new Images(images);
    }

    private static Properties read(Path file) {
        Properties properties = new Properties();
        if (!Files.exists(file)) {
            return properties;
        }
        try (Reader text = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(text);
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new ReplicaException(file + " can't be read: " + unreadable.getMessage(), unreadable);
        }
        refuseUnknown(file, properties);
        return properties;
    }

    private static void refuseUnknown(Path file, Properties properties) {
        List<String> known =
                Arrays.stream(Image.Role.values()).map(Image.Role::word).toList();
        properties.stringPropertyNames().stream()
                .filter(name -> !known.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new ReplicaException(
                            file + " names the image `" + name + "`, which no part has; there are " + known);
                });
    }

    Image of(Image.Role role) {
        return Optional.ofNullable(byRole.get(role)).orElseThrow();
    }

    /** Those that a replica needs. */
    List<Image> needed() {
        return List.of(of(Image.Role.POSTGRES), of(Image.Role.NGINX), of(Image.Role.JRE));
    }
}
