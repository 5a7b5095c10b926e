package dev.envproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bash itself completes, as it does for somebody who types. */
class BashCompletionTest {
    private static final Path BASH = Path.of("/bin/bash");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            envproof ver                  | verify
            envproof exp                  | explain
            envproof -De                  | -Denv= -Dexpect.version=
            envproof verify -Dsu          | -Dsuite=
            envproof -Denv=sta            | staging
            envproof -Denv=staging,prod   | staging,production
            envproof -Dsystem=job         | job-platform
            envproof -Dsuite=sm           | smoke
            envproof verify -Dtarget=rem  | remote
            envproof -Dfault=cors/reflect-any-o | cors/reflect-any-origin
            envproof -Dhistory=READ       | README.md
            envproof -Dlatency.baseline=READ | README.md
            envproof merge -Dhistory=READ | README.md
            envproof --sh                 | --shard
            envproof verify --ex          | --expect-version
            envproof explain cors/foreign | cors/foreign-origin-is-refused
            envproof list --              | --json --help
            envproof list su              | suites
            envproof completion b         | bash
            envproof fingerprints -Denv=dev | development
            """)
    void completes(String typed, String completed) throws Exception {
        Path script = Files.writeString(folder.resolve("completion"), script());
        String words = typed.replace("=", " = ");
        String ask = "source " + script + "; COMP_LINE='" + typed + "'; COMP_POINT=${#COMP_LINE}; COMP_WORDS=(" + words
                + "); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _envproof; echo \"${COMPREPLY[*]}\"";
        Process bash = new ProcessBuilder(BASH.toString(), "--norc", "-c", ask)
                .redirectErrorStream(true)
                .start();

        String said = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(bash.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(said.strip()).isEqualTo(completed);
    }

    @Test
    void leaves_no_place_unfilled() {
        assertThat(script()).contains("complete -F _envproof envproof").doesNotContainPattern("@[A-Z_]+@");
    }

    private static String script() {
        return new Cli(Path.of(""), Map.of()).run("completion", "bash").out();
    }
}
