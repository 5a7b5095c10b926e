package dev.envproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The launcher beside the jar, with a JVM that only says how it was started. */
class LauncherTest {
    private static final String JVM = """
            #!/bin/sh
            echo "$@"
            for argument in "$@"; do
              case $argument in -XX:ArchiveClassesAtExit=*) echo classes > "${argument#*=}" ;; esac
            done
            exit 7
            """;

    @TempDir
    private Path folder;

    private Path archive;

    @BeforeEach
    void lay_out() throws Exception {
        archive = folder.resolve("envproof.jsa");
        Files.createFile(folder.resolve("envproof.jar"));
        executable(folder.resolve("envproof"), Files.readString(Path.of("src/main/launcher/envproof")));
        Files.createDirectories(folder.resolve("bin"));
        executable(folder.resolve("bin/java"), JVM);
    }

    @Test
    void leaves_an_archive_after_the_first_run_that_verifies() throws Exception {
        assertThat(run("-Dsuite=smoke")).contains("-XX:ArchiveClassesAtExit=").contains("-Dsuite=smoke");
        assertThat(archive).hasContent("classes");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).hasSize(4);
        }
    }

    @Test
    void takes_the_archive_from_then_on() throws Exception {
        made(Instant.now().plusSeconds(5));

        assertThat(run("-Dsuite=smoke")).contains("-XX:SharedArchiveFile=" + archive, "-Xshare:auto");
        assertThat(archive).hasContent("mine");
    }

    @Test
    void makes_another_where_the_jar_is_newer() throws Exception {
        made(Instant.now().minusSeconds(60));

        assertThat(run()).contains("-XX:ArchiveClassesAtExit=");
        assertThat(archive).hasContent("classes");
    }

    @Test
    void makes_none_of_a_command_that_loads_little() throws Exception {
        assertThat(run("list", "rules")).contains("list rules").doesNotContain("Archive");
        assertThat(archive).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"})
    void leaves_the_choice_of_a_collector_to_the_user(String variable) throws Exception {
        assertThat(run(Map.of(variable, "-Xmx1g -XX:+UseG1GC"), 7, "list")).doesNotContain("UseSerialGC");
        assertThat(run(Map.of(variable, "-Xmx1g -Dmine=UseG1GC"), 7, "list")).contains("-XX:+UseSerialGC");
    }

    @Test
    void a_missing_jar_is_no_verdict() throws Exception {
        Files.delete(folder.resolve("envproof.jar"));

        assertThat(run(Map.of(), 64))
                .isEqualTo("envproof: " + folder.resolve("envproof.jar")
                        + ": no jar that can be read; accepted: this launcher beside envproof.jar\n");
    }

    @Test
    void a_missing_java_is_no_verdict() throws Exception {
        Files.delete(folder.resolve("bin/java"));

        assertThat(run(Map.of(), 64))
                .isEqualTo("envproof: " + folder.resolve("bin/java")
                        + ": no such program; accepted: a JDK 17 or later in JAVA_HOME or PATH\n");
    }

    private void made(Instant when) throws IOException {
        Files.writeString(archive, "mine");
        Files.setLastModifiedTime(archive, FileTime.from(when));
    }

    /** What the JVM said; its exit code must be the launcher's. */
    private String run(String... arguments) throws Exception {
        return run(Map.of(), 7, arguments);
    }

    private String run(Map<String, String> variables, int code, String... arguments) throws Exception {
        List<String> command =
                new ArrayList<>(List.of(folder.resolve("envproof").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"));
        builder.environment().put("JAVA_HOME", folder.toString());
        builder.environment().putAll(variables);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isEqualTo(code);
        return said;
    }

    /**
     * Another process writes the files that are run: one of this JVM's own would stay open for writing in whatever another
     * thread forks at that moment, and a file that is open for writing can't be run.
     */
    private static void executable(Path file, String text) throws IOException, InterruptedException {
        Process copy = new ProcessBuilder("sh", "-c", "cat > \"$0\" && chmod 755 \"$0\"", file.toString()).start();
        try (OutputStream to = copy.getOutputStream()) {
            to.write(text.getBytes(StandardCharsets.UTF_8));
        }
        assertThat(copy.waitFor()).isZero();
    }
}
