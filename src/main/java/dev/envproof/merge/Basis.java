package dev.envproof.merge;

import dev.envproof.rule.Rule;
import dev.envproof.suite.Rules;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What all shards of a run must have been judged by, as digests.
 *
 * @param version of envproof
 * @param rules every rule's id and severity
 * @param environments the system's files
 * @param suites the files of {@code suites/}
 */
public record Basis(String version, String rules, String environments, String suites) {

    /**
     * @param folder where {@code environments/} and {@code suites/} are
     * @throws UnfitShards where they are not
     */
    public static Basis of(Path folder, String system) {
        return new Basis(
                Optional.ofNullable(Basis.class.getPackage().getImplementationVersion())
                        .orElse("unpackaged"),
                digestOfRules(),
                digestOf(folder.resolve("environments").resolve(system)),
                digestOf(folder.resolve("suites")));
    }

    private static String digestOfRules() {
        MessageDigest digest = digest();
        Rules.all().stream()
                .map(Rule::card)
                .map(card -> card.id() + " " + card.severity() + "\n")
                .sorted()
                .forEach(line -> digest.update(line.getBytes(StandardCharsets.UTF_8)));
        return hex(digest);
    }

    private static String digestOf(Path folder) {
        MessageDigest digest = digest();
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> sorted = files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
            for (Path file : sorted) {
                digest.update((file.getFileName() + "\n").getBytes(StandardCharsets.UTF_8));
                digest.update(Files.readAllBytes(file));
            }
        } catch (IOException unreadable) {
            throw new UnfitShards(
                    folder + ": can't be read; accepted: merge where the same environments/ and suites/ are");
        }
        return hex(digest);
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JVM has SHA-256", impossible);
        }
    }

    private static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }
}
