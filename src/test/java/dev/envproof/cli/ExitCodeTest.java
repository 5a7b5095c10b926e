package dev.envproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envproof.report.Reports;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each exit code, through the main that the jar starts with. */
class ExitCodeTest {
    @TempDir
    private Path folder;

    @Test
    void answers_0_where_the_gate_is_open() throws Exception {
        try (OneService service = new OneService(turn -> OneService.OK)) {
            Cli.Said said = service.cli(folder, OneService.suite(1)).run("-Dsystem=shop");

            assertThat(said.code().code()).isZero();
            assertThat(said.out()).endsWith("gate: OPEN\n");
        }
    }

    @Test
    void answers_0_where_verify_is_named() throws Exception {
        try (OneService service = new OneService(turn -> OneService.OK)) {
            assertThat(service.cli(folder, OneService.suite(1))
                            .run("verify", "-Dsystem=shop")
                            .code()
                            .code())
                    .isZero();
        }
    }

    @Test
    void answers_1_where_a_rule_is_broken() throws Exception {
        try (OneService service = new OneService(turn -> "{}")) {
            Cli.Said said = service.cli(folder, OneService.suite(1)).run("-Dsystem=shop");

            assertThat(said.code().code()).isEqualTo(1);
            assertThat(said.out()).contains("BROKEN").endsWith("gate: CLOSED\n");
        }
    }

    @Test
    void answers_2_where_too_few_rules_were_judged() throws Exception {
        try (OneService service = new OneService(turn -> OneService.OK)) {
            assertThat(service.cli(folder, OneService.suite(5))
                            .run("-Dsystem=shop")
                            .code()
                            .code())
                    .isEqualTo(2);
        }
    }

    @Test
    void answers_64_where_a_flag_is_mistyped() {
        assertThat(new Cli(folder, Map.of()).run("-Dsuit=smoke").code().code()).isEqualTo(64);
    }

    @Test
    void answers_64_where_another_run_writes_its_reports_here() {
        try (Reports other = Reports.claim(folder.resolve("reports"))) {
            Cli.Said said = new Cli(folder, Map.of()).run();

            assertThat(other).isNotNull();
            assertThat(said.code().code()).isEqualTo(64);
            assertThat(said.err()).contains("another run writes its reports here");
        }
    }

    @ParameterizedTest
    @ValueSource(classes = {IllegalStateException.class, StackOverflowError.class})
    void answers_70_where_envproof_itself_fails(Class<? extends Throwable> failure) {
        PrintStream defect = new PrintStream(OutputStream.nullOutputStream()) {
            @Override
            public void print(String text) {
                if (failure == StackOverflowError.class) {
                    throw new StackOverflowError();
                }
                throw new IllegalStateException("made up");
            }
        };
        Session session = new Session(
                folder,
                Map.of(),
                InputStream.nullInputStream(),
                defect,
                new PrintStream(OutputStream.nullOutputStream()));

        assertThat(new Main(session).run(List.of("--help")).code()).isEqualTo(70);
    }

    @Test
    void is_what_the_process_ends_with() throws Exception {
        Process main = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "wizard")
                .redirectErrorStream(true)
                .start();

        assertThat(new String(main.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("wizard: unknown command");
        assertThat(main.waitFor()).isEqualTo(64);
    }
}
