package dev.envproof.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every bad input gets one clear error; golden files hold the texts. */
class BadFilesTest {
    private static final int TEN_MEGABYTES = 10_000_000;

    @TempDir
    private Path above;

    @Test
    void each_mistake_gets_its_text() {
        String texts = Arrays.stream(Mistake.values())
                .map(mistake -> "# " + words(mistake) + "\n" + problems(words(mistake), mistake::makeIn))
                .collect(Collectors.joining("\n"));

        Golden.holds("mistakes", texts);
    }

    @Test
    void a_file_that_is_not_fit_to_be_read_gets_its_text() {
        StringBuilder texts = new StringBuilder();
        for (Unfit unfit : Unfit.values()) {
            texts.append("# ").append(words(unfit)).append('\n').append(problems(words(unfit), unfit.spoils));
        }

        Golden.holds("unfit-files", texts.toString());
    }

    @Test
    void the_problems_of_all_files_are_told_at_once() {
        Golden.holds("all-at-once", problems("all", copy -> {
            Mistake.UNKNOWN_KEY.makeIn(copy);
            Mistake.TEXT_WHERE_A_NUMBER_BELONGS.makeIn(copy);
            Mistake.UNKNOWN_SERVICE_IN_A_ROUTE.makeIn(copy);
            Mistake.POINTER_WITHOUT_SLASH.makeIn(copy);
            copy.replace("production.yaml", "edge: public", "edge: [public");
            copy.replace("development.yaml", "mocks: allowed", "mocks: maybe");
        }));
    }

    @Test
    void a_value_of_a_variable_is_never_told() {
        String value = "made-up-value-of-a-variable";
        SystemCopy copy = new SystemCopy(above);
        copy.write("staging.yaml", copy.text("staging.yaml").replaceAll("(?m)^( *[a-z-]+: )[a-z]+$", "$1\\${ANY}"));

        String problems = copy.problems(Map.of("ANY", value), Map.of());

        assertThat(problems).contains("staging.yaml:").doesNotContain(value);
    }

    @Test
    void a_bad_overlay_gets_its_text() {
        Map<String, String> overlay = Map.of(
                "stagin.edge", "public",
                "staging", "{}",
                "staging.edge", "publik",
                "staging.cors.origins.7", "'https://x.example'",
                "staging.cors.methods", "[GET",
                "system.routing-header", "null",
                "system.health.healthy", "");
        SystemCopy copy = new SystemCopy(above);

        Golden.holds("bad-overlay", copy.problems(Map.of(), overlay));
    }

    @Test
    void a_hundred_thousand_mistakes_are_told_in_bounded_time_and_length() {
        SystemCopy copy = new SystemCopy(above);
        String manyKeys = IntStream.range(0, 100_000)
                .mapToObj(number -> "edg" + number + ":")
                .collect(Collectors.joining("\n"));
        copy.write("staging.yaml", manyKeys);

        String problems = assertTimeoutPreemptively(Duration.ofMinutes(2), () -> copy.problems(Map.of(), Map.of()));

        assertThat(problems.lines())
                .hasSize(201)
                .last()
                .asString()
                .startsWith("more: 99")
                .contains(" more problems");
    }

    private String problems(String name, Consumer<SystemCopy> spoils) {
        SystemCopy copy = new SystemCopy(above.resolve(name));
        spoils.accept(copy);
        return copy.problems(Map.of(), Map.of());
    }

    private static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** What may lie in a file's place. */
    private enum Unfit {
        EMPTY(copy -> copy.write("staging.yaml", "")),
        ONLY_COMMENTS(copy -> copy.write("staging.yaml", "# nothing yet\n")),
        NULL_DOCUMENT(copy -> copy.write("staging.yaml", "---\n")),
        LIST_INSTEAD_OF_A_MAPPING(copy -> copy.write("staging.yaml", "- staging\n")),
        TEXT_INSTEAD_OF_A_MAPPING(copy -> copy.write("system.yaml", "job-platform\n")),
        TEN_MEGABYTE_FILE(copy -> copy.write("staging.yaml", "a".repeat(TEN_MEGABYTES))),
        BYTE_ORDER_MARK(copy -> copy.write("staging.yaml", "\uFEFF" + copy.text("staging.yaml"))),
        LATIN_1(copy -> copy.write(
                "staging.yaml", "environment: staging\n# caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1))),
        UTF_16(copy -> copy.write("staging.yaml", "environment: staging\n".getBytes(StandardCharsets.UTF_16))),
        BINARY(copy -> copy.write("staging.yaml", new byte[] {0, 1, 2, 3})),
        FOLDER(copy -> copy.makeFolder("broken.yaml")),
        NAME_WITH_CAPITALS(copy -> copy.write("QA.yaml", "environment: QA\n")),
        OTHER_ENDING(copy -> copy.write("qa.yml", "environment: qa\n")),
        ENDING_IN_CAPITALS(copy -> copy.write("qa.YAML", "environment: qa\n")),
        LINK_THAT_LEADS_NOWHERE(copy -> copy.link("qa.yaml", "no-such-file.yaml")),
        LINK_THAT_LOOPS(copy -> copy.link("qa.yaml", "qa.yaml")),
        NO_SYSTEM_FILE(copy -> copy.delete("system.yaml")),
        ONE_ENVIRONMENT_AND_NO_SYSTEM_FILE(copy -> {
            copy.delete("system.yaml");
            copy.delete("development.yaml");
            copy.delete("production.yaml");
        }),
        NO_ENVIRONMENT(copy -> {
            copy.delete("development.yaml");
            copy.delete("production.yaml");
            copy.delete("staging.yaml");
        }),
        MISSING_FOLDER(SystemCopy::deleteAll);

        private final Consumer<SystemCopy> spoils;

        Unfit(Consumer<SystemCopy> spoils) {
            this.spoils = spoils;
        }
    }
}
