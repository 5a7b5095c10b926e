package dev.envproof.replica.compose;

import dev.envproof.evidence.Redaction;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Values that must not be shown: what a compose file, its variables and its containers have under telling names. */
final class SecretTexts {
    private static final String TELLING = "(?:PASS|PWD|SECRET|KEY|TOKEN|URL|URI|DSN|CREDENTIAL|AUTH|PEPPER|SALT)";
    private static final Pattern NAME = Pattern.compile("(?i).*" + TELLING + ".*");
    private static final Pattern ASSIGNED = Pattern.compile(
            "(?i)([A-Z0-9_]{0,60}" + TELLING + "[A-Z0-9_]{0,60})[\"']?\\s*[:=]\\s*[\"']?([^\\s\"'#,}]+)");
    private static final Pattern USER_INFO = Pattern.compile("://[^/:@\\s]*:([^@\\s]+)@");
    private static final int LONGEST_FILE = 1024 * 1024;

    private final Set<String> values = new LinkedHashSet<>();

    /** Whatever a file assigns; one that can't be read assigns nothing. */
    SecretTexts addFile(Path file) {
        try {
            if (Files.isRegularFile(file) && Files.size(file) <= LONGEST_FILE) {
                String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
                ASSIGNED.matcher(text).results().forEach(hit -> add(hit.group(2)));
            }
        } catch (IOException unreadable) {
            add("");
        }
        return this;
    }

    SecretTexts addVariables(Map<String, String> variables) {
        variables.forEach((name, value) -> {
            if (NAME.matcher(name).matches()) {
                add(value);
            }
        });
        return this;
    }

    Redaction redaction() {
        return Redaction.of(values);
    }

    private void add(String value) {
        Optional.of(value).filter(text -> !text.isBlank()).ifPresent(values::add);
        USER_INFO.matcher(value).results().map(hit -> hit.group(1)).forEach(values::add);
    }
}
