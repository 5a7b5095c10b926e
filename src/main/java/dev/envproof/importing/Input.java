package dev.envproof.importing;

import dev.envproof.environment.Forms;
import dev.envproof.environment.TypedPath;
import dev.envproof.environment.yaml.KeyPath;
import dev.envproof.environment.yaml.Place;
import dev.envproof.environment.yaml.Problems;
import dev.envproof.environment.yaml.TextFile;
import dev.envproof.importing.EnvironmentNames.Named;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file to read, what it is, and the environment that it is about, where its name or the command line tells.
 *
 * @param environment none where the file is about several, or does not tell by its name
 */
record Input(Path file, Kind kind, Optional<Named> environment) {
    private static final Path HERE = Path.of("");
    private static final Pattern ASSIGNED = Pattern.compile("([A-Za-z][A-Za-z0-9-]*)=(.+)", Pattern.DOTALL);
    private static final Pattern LOOKS_LIKE_COMPOSE = Pattern.compile("(?m)^services[ \\t]*:");
    private static final Pattern LOOKS_LIKE_NGINX =
            Pattern.compile("(?m)^[ \\t]*(server|http|upstream|location)\\b[^=\\n]*\\{");
    private static final Pattern LOOKS_LIKE_ENV =
            Pattern.compile("(?m)^[ \\t]*(export[ \\t]+)?[A-Za-z_][A-Za-z0-9_.-]*=");

    enum Kind {
        COMPOSE,
        ENV_FILE,
        NGINX
    }

    /** An argument: {@code FILE}, or {@code ENVIRONMENT=FILE}. */
    static Optional<Input> of(String argument, Problems problems) {
        Matcher assigned = ASSIGNED.matcher(argument);
        if (!assigned.matches()) {
            return of(TypedPath.in(HERE, argument), Optional.empty(), problems);
        }
        Optional<Named> named = EnvironmentNames.any(assigned.group(1));
        if (named.isEmpty()) {
            String accepted = "ENVIRONMENT=FILE, where the name is " + Forms.NAME.accepted();
            problems.add(Place.wholeOf(KeyPath.shown(argument)), "", "no environment's name", accepted);
            return Optional.empty();
        }
        return of(TypedPath.in(HERE, assigned.group(2)), named, problems);
    }

    static Optional<Input> of(Path file, Optional<Named> environment, Problems problems) {
        return kind(file, problems).map(kind -> new Input(file, kind, environment.or(() -> inName(file))));
    }

    private static Optional<Kind> kind(Path file, Problems problems) {
        String name = lowerName(file);
        if (name.equals(".env") || name.startsWith(".env.") || name.endsWith(".env") || name.startsWith("env.")) {
            return Optional.of(Kind.ENV_FILE);
        }
        if (name.endsWith(".yml") || name.endsWith(".yaml")) {
            return Optional.of(Kind.COMPOSE);
        }
        return name.endsWith(".conf") ? Optional.of(Kind.NGINX) : kindByContent(file, problems);
    }

    private static Optional<Kind> kindByContent(Path file, Problems problems) {
        Optional<String> text = TextFile.read(file, "a compose file, an env file or an nginx.conf", problems);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (LOOKS_LIKE_COMPOSE.matcher(text.get()).find()) {
            return Optional.of(Kind.COMPOSE);
        }
        if (LOOKS_LIKE_NGINX.matcher(text.get()).find()) {
            return Optional.of(Kind.NGINX);
        }
        if (LOOKS_LIKE_ENV.matcher(text.get()).find()) {
            return Optional.of(Kind.ENV_FILE);
        }
        problems.add(
                Place.wholeOf(TextFile.shown(file)),
                "",
                "neither a compose file, nor an env file, nor an nginx.conf",
                "a file with `services:`, with NAME=value lines, or with `server { ... }`");
        return Optional.empty();
    }

    /** The environment in a name such as .env.staging, compose.prod.yml, docker-compose-dev.yaml or staging.conf. */
    static Optional<Named> inName(Path file) {
        String name = lowerName(file);
        if (name.startsWith(".env.")) {
            return last(name.substring(".env.".length()));
        }
        List<String> words = Arrays.asList(name.split("[-_.]", -1));
        Collections.reverse(words);
        return words.stream()
                .flatMap(word -> EnvironmentNames.alone(word).stream())
                .findFirst();
    }

    /** Of .env.staging.local the environment is staging; .env.local is a developer's own. */
    private static Optional<Named> last(String rest) {
        List<String> words = List.of(rest.split("\\.", -1));
        boolean isSample = words.stream().anyMatch(List.of("example", "sample", "template", "dist")::contains);
        return isSample && words.size() == 1 ? Optional.empty() : EnvironmentNames.any(words.get(0));
    }

    private static String lowerName(Path file) {
        return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    }
}
