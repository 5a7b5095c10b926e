package dev.envproof.replica.docker;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.envproof.replica.ReplicaException;
import dev.envproof.replica.embedded.PartMain;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import redis.clients.jedis.exceptions.JedisException;

/**
 * The program that parts in containers run: those packages of this very program that they need, in one jar, which is
 * made once and kept under the hash of what it is made of.
 */
final class PartProgram {
    static final String JAR = "parts.jar";

    /** Packages, and the file that names the driver, each with a class that lies in the same place. */
    private static final Map<String, Class<?>> PACKAGES = packages();

    private PartProgram() {}

    private static Map<String, Class<?>> packages() {
        Map<String, Class<?>> packages = new LinkedHashMap<>();
        packages.put("dev/envproof/environment/", PartMain.class);
        packages.put("dev/envproof/fault/", PartMain.class);
        packages.put("dev/envproof/replica/", PartMain.class);
        packages.put("com/fasterxml/jackson/databind/", ObjectMapper.class);
        packages.put("com/fasterxml/jackson/core/", JsonFactory.class);
        packages.put("com/fasterxml/jackson/annotation/", JsonProperty.class);
        // No part in a container sends mail or asks a Redis, but classes that could are loaded with the others.
        packages.put("jakarta/mail/", MessagingException.class);
        packages.put("redis/clients/jedis/", JedisException.class);
        packages.put("org/postgresql/", driver());
        packages.put("META-INF/services/java.sql.Driver", driver());
        return packages;
    }

    private static Class<?> driver() {
        try {
            return DriverManager.getDriver("jdbc:postgresql://127.0.0.1/postgres")
                    .getClass();
        } catch (SQLException missing) {
            throw new ReplicaException("PostgreSQL's driver is missing from the program: build it again", missing);
        }
    }

    /** @throws ReplicaException where it can't be made */
    static Path folder() {
        try {
            Path cache = cache().resolve(hash());
            if (Files.notExists(cache.resolve(JAR))) {
                make(cache);
            }
            return cache;
        } catch (IOException failed) {
            throw new ReplicaException(
                    "the program of the replica's parts can't be written (" + failed + "): free space, or make "
                            + "the home directory writable",
                    failed);
        }
    }

    private static Path cache() throws IOException {
        Path home = Path.of(System.getProperty("user.home"), ".cache", "envproof", "parts");
        try {
            return Files.createDirectories(home);
        } catch (IOException readOnlyHome) {
            return Files.createDirectories(Path.of(System.getProperty("java.io.tmpdir"), "envproof-parts"));
        }
    }

    /** Another run may make the same at the same time: each makes its own, and the last one stays. */
    private static void make(Path cache) throws IOException {
        Files.createDirectories(cache);
        Path own = Files.createTempFile(cache, "parts", ".tmp");
        try (OutputStream file = Files.newOutputStream(own);
                ZipOutputStream jar = new ZipOutputStream(file)) {
            jar.setLevel(0);
            for (Map.Entry<String, Class<?>> wanted : PACKAGES.entrySet()) {
                copy(place(wanted.getValue()), wanted.getKey(), jar);
            }
        }
        Files.move(own, cache.resolve(JAR), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void copy(Path place, String folder, ZipOutputStream jar) throws IOException {
        if (Files.isDirectory(place)) {
            copyFrom(place, folder, jar);
            return;
        }
        try (FileSystem inside = FileSystems.newFileSystem(place)) {
            copyFrom(inside.getPath("/"), folder, jar);
        }
    }

    private static void copyFrom(Path root, String folder, ZipOutputStream jar) throws IOException {
        for (Path file : files(root.resolve(folder))) {
            jar.putNextEntry(new ZipEntry(root.relativize(file).toString().replace('\\', '/')));
            Files.copy(file, jar);
            jar.closeEntry();
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** Of names, sizes and times: reading everything would take longer than a container. */
    private static String hash() throws IOException {
        StringBuilder seen = new StringBuilder();
        for (Map.Entry<String, Class<?>> wanted : PACKAGES.entrySet()) {
            Path place = place(wanted.getValue());
            List<Path> files = Files.isDirectory(place) ? files(place.resolve(wanted.getKey())) : List.of(place);
            for (Path file : files) {
                BasicFileAttributes facts = Files.readAttributes(file, BasicFileAttributes.class);
                seen.append(file).append(' ').append(facts.size()).append(' ').append(facts.lastModifiedTime());
            }
        }
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(seen.toString().getBytes(UTF_8));
            return HexFormat.of().formatHex(digest, 0, 12);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    private static Path place(Class<?> one) {
        try {
            return Path.of(
                    one.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException("code lies at an address", impossible);
        }
    }
}
