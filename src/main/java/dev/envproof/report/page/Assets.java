package dev.envproof.report.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** The page's one style and one script, joined from small files, and the hashes by which a browser knows them. */
record Assets(String style, String script) {
    private static final List<String> STYLES =
            List.of("tokens.css", "page.css", "findings.css", "matrix.css", "panel.css", "phone.css", "print.css");
    private static final List<String> SCRIPTS = List.of(
            "data.js",
            "filter.js",
            "grid.js",
            "detail.js",
            "panel.js",
            "matrix.js",
            "pairs.js",
            "theme.js",
            "start.js");

    static Assets load() {
        return new Assets(joined(STYLES), "(function () {\n'use strict';\n" + joined(SCRIPTS) + "})();\n");
    }

    /** Nothing is loaded, and nothing runs but this script. */
    String policy() {
        return "default-src 'none'; script-src " + hash(script) + "; style-src " + hash(style)
                + "; base-uri 'none'; form-action 'none'";
    }

    private static String joined(List<String> files) {
        return files.stream().map(Assets::read).collect(Collectors.joining());
    }

    private static String read(String file) {
        try (InputStream in = Objects.requireNonNull(Assets.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file, unreadable);
        }
    }

    private static String hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JVM has SHA-256", impossible);
        }
    }
}
