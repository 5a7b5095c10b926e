package dev.envproof.importing;

import dev.envproof.environment.Forms;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The words that name environments, each with the one name that the written files use. */
final class EnvironmentNames {
    static final String DEVELOPMENT = "development";
    static final String PRODUCTION = "production";

    private static final Map<String, String> ALIASES = Map.ofEntries(
            Map.entry("dev", DEVELOPMENT),
            Map.entry("develop", DEVELOPMENT),
            Map.entry(DEVELOPMENT, DEVELOPMENT),
            Map.entry("local", DEVELOPMENT),
            Map.entry("stg", "staging"),
            Map.entry("stage", "staging"),
            Map.entry("staging", "staging"),
            Map.entry("prod", PRODUCTION),
            Map.entry("prd", PRODUCTION),
            Map.entry("live", PRODUCTION),
            Map.entry(PRODUCTION, PRODUCTION));

    /** Words that mean something else inside other names: a local proxy, a live view, a stage of a pipeline. */
    private static final Set<String> ONLY_ALONE = Set.of("local", "live", "stage", "develop");

    private static final Set<String> NO_ENVIRONMENT = Set.of(
            "example",
            "sample",
            "template",
            "dist",
            "defaults",
            "default",
            "override",
            "base",
            "common",
            "shared",
            "system",
            "env",
            "yml",
            "yaml",
            "compose",
            "docker-compose",
            "docker",
            "");

    /** Variables whose value is an environment's name. */
    private static final Set<String> NAMING = Set.of(
            "ENVIRONMENT",
            "ENV",
            "APP_ENV",
            "APP_ENVIRONMENT",
            "ENVIRONMENT_NAME",
            "DEPLOY_ENV",
            "DEPLOYMENT_ENV",
            "DEPLOYMENT_ENVIRONMENT",
            "DJANGO_ENV",
            "FLASK_ENV",
            "ASPNETCORE_ENVIRONMENT");

    private EnvironmentNames() {}

    /** The environment that settings name, such as by {@code ENVIRONMENT=staging}. */
    static Optional<Named> told(List<Setting> settings) {
        return settings.stream()
                .filter(setting -> NAMING.contains(setting.name()))
                .flatMap(setting -> setting.value().stream())
                .flatMap(value -> alone(value).stream())
                .findFirst();
    }

    /** @param written the word as a file has it, such as prod */
    record Named(String name, String written) {}

    /** A word that stands alone: a value, or a name from the command line. */
    static Optional<Named> alone(String word) {
        String plain = word.strip().toLowerCase(Locale.ROOT);
        return Optional.ofNullable(ALIASES.get(plain)).map(name -> new Named(name, plain));
    }

    /** The same, but any other name is an environment's too. */
    static Optional<Named> any(String word) {
        String plain = word.strip().toLowerCase(Locale.ROOT);
        return alone(plain)
                .or(() -> Optional.of(new Named(plain, plain))
                        .filter(named -> Forms.isName(plain) && !NO_ENVIRONMENT.contains(plain)));
    }

    /**
     * A name that holds an environment's name between its marks.
     *
     * @param rest the name without it, such as backend of backend-staging
     */
    record Split(Named environment, String rest) {}

    static Optional<Split> inside(String name, String mark) {
        List<String> words = new ArrayList<>(Arrays.asList(name.split(mark, -1)));
        for (int index = words.size() - 1; index >= 0 && words.size() > 1; index--) {
            String word = words.get(index);
            Optional<Named> named = alone(word).filter(found -> !ONLY_ALONE.contains(found.written()));
            if (named.isPresent()) {
                words.remove(index);
                return Optional.of(new Split(named.get(), String.join(mark.equals("[-_.]") ? "-" : mark, words)));
            }
        }
        return Optional.empty();
    }
}
