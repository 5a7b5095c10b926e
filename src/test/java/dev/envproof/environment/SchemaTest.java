package dev.envproof.environment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envproof.environment.Schema.Described;
import dev.envproof.environment.yaml.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Editors go by the schemas, runs by the loader: both must accept and refuse the same. */
class SchemaTest {
    private static final Path EVERY_KEY = Path.of("src/test/resources/dev/envproof/environment/every-key");

    /** Mistakes that no schema can tell: about another key or file, the process environment, or YAML itself. */
    private static final Set<Mistake> BEYOND_SCHEMAS = EnumSet.of(
            Mistake.DUPLICATE_KEY,
            Mistake.URL_WITH_A_SHELLS_DEFAULT,
            Mistake.URL_WITH_A_BAD_PORT,
            Mistake.MISSING_VARIABLE,
            Mistake.HALF_A_VARIABLE,
            Mistake.VARIABLE_WITH_A_BAD_NAME,
            Mistake.NAME_OF_ANOTHER_FILE,
            Mistake.NAME_OF_NO_FILE,
            Mistake.ALIAS_OF_ANOTHER,
            Mistake.UNKNOWN_SERVICE_IN_A_ROUTE,
            Mistake.UNKNOWN_SERVICE_IN_A_CALL,
            Mistake.UNKNOWN_SERVICE_IN_A_CANARY,
            Mistake.UNKNOWN_SERVICE_IN_SERVICE_URLS,
            Mistake.UNKNOWN_STORE_OF_A_SERVICE,
            Mistake.UNKNOWN_STORE_OF_AN_ENVIRONMENT,
            Mistake.UNKNOWN_STORE_IN_DOCKER,
            Mistake.DOCKER_WITHOUT_A_CONTAINER,
            Mistake.STORE_WITHOUT_ADDRESS,
            Mistake.UNKNOWN_EDGE,
            Mistake.NO_EDGE_WHERE_EDGES_ARE_NAMED,
            Mistake.UNKNOWN_CANARY,
            Mistake.UNKNOWN_DEFAULT_ENVIRONMENT,
            Mistake.DEFAULT_ENVIRONMENT_OF_ANOTHER_EDGE,
            Mistake.UNKNOWN_ENVIRONMENT_IN_THE_PROMOTION,
            Mistake.MAIL_WITHOUT_A_MODE,
            Mistake.ROUTE_TWICE,
            Mistake.SECRET_TWICE,
            Mistake.IMPOSSIBLE_DATE,
            Mistake.LIMITED_PATH_WITHOUT_ROUTE,
            Mistake.NAME_OF_ANOTHER_FOLDER,
            Mistake.ANCHOR_THAT_LOOPS,
            Mistake.TAG);

    /** Keys of which the loader knows more than a form, beside references to names. */
    private static final Set<String> KNOWN_BETTER = Set.of(
            "system",
            "services.job-matcher.stores",
            "workers.matching.stores",
            "promotion",
            "parity.of",
            "parity.variables.POOL_TIMEOUT.in",
            "parity.build.named",
            "parity.build.version",
            "parity.build.rolling-from",
            "environment",
            "aliases.0",
            "stores",
            "default-secrets.refused-by",
            "canaries",
            "public-urls",
            "service-urls",
            "log-files",
            "docker",
            "docker.services",
            "docker.stores",
            "secrets.0.rotated-on",
            "rate-limit.path");

    private static final List<String> VALUES = List.of(
            "''",
            "x",
            "X",
            "x y",
            "/x",
            "/x/",
            "x.y",
            "'~'",
            "5",
            "-1",
            "1.5",
            "1000000",
            "'5'",
            "true",
            "'true'",
            "[]",
            "[x]",
            "[5]",
            "{}",
            "{ x: y }",
            "SOME_NAME",
            "SOME-NAME",
            "2026-11-21",
            "2026-1-1",
            "open",
            "off",
            "jwt",
            "https://x.example",
            "https://x.example/",
            "https://x.example/y",
            "ftp://x.example",
            "https://u:p@x.example",
            "'https://x.example/?y'",
            "'https://x.example/#y'",
            "https://*.x.example",
            "HTTPS://X.example",
            "a$b.c");

    @TempDir
    private Path above;

    @ParameterizedTest
    @ValueSource(strings = {"system", "environment"})
    void the_loader_accepts_exactly_the_keys_of_the_schema(String kind) throws IOException {
        String name = kind.equals("system") ? "system" : "production";
        for (Described described : Schema.of(kind).describes(everyKey(name))) {
            if (described.keys().isPresent()) {
                String at = described.path().isEmpty() ? "" : described.path() + ".";
                assertThat(acceptedKeys(name + "." + at + "no-such-key"))
                        .as("keys of `%s` in %s", described.path(), kind)
                        .containsExactlyInAnyOrderElementsOf(described.keys().orElseThrow());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"system", "environment"})
    void the_loader_and_the_schema_judge_every_value_of_every_key_alike(String kind) throws IOException {
        String name = kind.equals("system") ? "system" : "production";
        Schema schema = Schema.of(kind);
        JsonNode file = everyKey(name);
        List<String> differences = new ArrayList<>();
        for (Described described : schema.describes(file)) {
            for (String value : described.path().isEmpty() ? List.<String>of() : VALUES) {
                boolean editorAccepts = schema.accepts(Schema.with(file, described.path(), Schema.yaml(value)));
                List<Problem> problems = problems(name + "." + described.path(), value);
                boolean knowsMore = described.isReference() || KNOWN_BETTER.contains(described.path());
                if (editorAccepts ? !knowsMore && areAboutTheValue(problems) : problems.isEmpty()) {
                    differences.add(described.path() + ": " + value + (editorAccepts ? ": good" : ": bad")
                            + " in editors only");
                }
            }
        }
        assertThat(differences).isEmpty();
    }

    @Test
    void the_schema_refuses_what_the_loader_refuses_wherever_it_can_tell() {
        Set<Mistake> accepted = EnumSet.noneOf(Mistake.class);
        for (Mistake mistake : Mistake.values()) {
            SystemCopy copy = new SystemCopy(above.resolve(mistake.name()));
            mistake.makeIn(copy);
            if (Schema.ofFile(mistake.file()).acceptsText(copy.text(mistake.file()))) {
                accepted.add(mistake);
            }
        }

        assertThat(accepted).containsExactlyInAnyOrderElementsOf(BEYOND_SCHEMAS);
    }

    @Test
    void shipped_files_are_good_for_both() throws IOException {
        for (Path folder : List.of(SystemCopy.SHIPPED, EVERY_KEY)) {
            assertThat(Environments.load(folder, Map.of(), Map.of()).environments())
                    .isNotEmpty();
            try (Stream<Path> files = Files.list(folder)) {
                assertThat(files.toList())
                        .isNotEmpty()
                        .allSatisfy(file -> assertThat(
                                        Schema.ofFile(file.getFileName().toString())
                                                .accepts(Schema.yaml(Files.readString(file))))
                                .as("%s is good for editors", file)
                                .isTrue());
            }
        }
    }

    private static boolean areAboutTheValue(List<Problem> problems) {
        return problems.stream().anyMatch(problem -> problem.place().file().startsWith("overlay "));
    }

    private static List<String> acceptedKeys(String overlayKey) {
        return problems(overlayKey, "1").stream()
                .filter(problem -> problem.seen().startsWith("unknown key"))
                .flatMap(problem -> Stream.of(problem.accepted().split(", ", -1)))
                .toList();
    }

    private static List<Problem> problems(String overlayKey, String value) {
        try {
            Environments.load(EVERY_KEY, Map.of(), Map.of(overlayKey, value));
            return List.of();
        } catch (BadEnvironmentFiles bad) {
            return bad.problems();
        }
    }

    private static JsonNode everyKey(String name) throws IOException {
        return Schema.yaml(Files.readString(EVERY_KEY.resolve(name + ".yaml")));
    }
}
