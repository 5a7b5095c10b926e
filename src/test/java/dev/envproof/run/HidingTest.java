package dev.envproof.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envproof.environment.Environments;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.environment.Target;
import dev.envproof.environment.Targets;
import dev.envproof.evidence.Redaction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HidingTest {
    private static final Path ENVIRONMENTS = Path.of("environments");
    private static final Redaction NOTHING = Redaction.of(List.of());

    @TempDir
    private Path folder;

    @Test
    void hides_the_secrets_of_an_environment_that_the_run_does_not_reach() {
        Map<String, String> process =
                Map.of("STAGING_URL", "http://127.0.0.1:1", "DATABASE_URL_PROD", "postgresql://app:made-up-pw@db/prod");
        SystemUnderTest system = load(process, Map.of());
        Target staging = Targets.remote(system, system.environment("staging").orElseThrow(), process);

        assertThat(Hiding.ofSystem(system, List.of(staging), process).redact("at postgresql://app:made-up-pw@db/prod!"))
                .isEqualTo("at [redacted]!");
    }

    @Test
    void hides_what_a_file_with_its_variables_holds_under_a_secrets_name_and_leaves_the_rest_readable()
            throws IOException {
        Path env = Files.writeString(folder.resolve(".env"), """
                STRIPE_KEY=made-up-and-undeclared
                CACHE=redis://:made-up-too@cache:6379
                SUPABASE_URL=https://abc.supabase.example
                PUBLIC_HOST=https://staging.example.com
                JWT_ALGORITHM=HS256-and-more
                """);
        SystemUnderTest system = load(Map.of(), Map.of("staging.variables-from", "[\"" + env.toAbsolutePath() + "\"]"));

        assertThat(Hiding.ofSystem(system, List.of(), Map.of())
                        .redact("made-up-and-undeclared redis://:made-up-too@cache:6379 https://abc.supabase.example"
                                + " https://staging.example.com HS256-and-more"))
                .isEqualTo(
                        "[redacted] [redacted] https://abc.supabase.example https://staging.example.com HS256-and-more");
    }

    @Test
    void a_sibling_whose_file_is_not_here_ends_no_run() {
        SystemUnderTest system = load(Map.of(), Map.of("production.variables-from", "[not-here.env]"));

        assertThat(Hiding.ofSystem(system, List.of(), Map.of()).redact("text")).isEqualTo("text");
    }

    @Test
    void hides_what_a_process_that_it_starts_could_tell() {
        Map<String, String> process = new HashMap<>(Map.of(
                "ENVPROOF_WEBHOOK_URL", "https://hooks.example/T0/made-up",
                "ENVPROOF_PASSPHRASE", "made-up-passphrase-of-words",
                "GITHUB_TOKEN", "ghs_made-up-made-up",
                "HOME", "/home/somebody",
                "SECRET", "short"));

        assertThat(Hiding.ofProcess(NOTHING, process)
                        .redact("https://hooks.example/T0/made-up made-up-passphrase-of-words ghs_made-up-made-up"
                                + " /home/somebody short"))
                .isEqualTo("[redacted] [redacted] [redacted] /home/somebody short");
    }

    @Test
    void a_merge_hides_the_secrets_of_the_system_and_knows_none_where_its_files_do_not_load() {
        Map<String, String> process = Map.of("STAGING_ACCESS_KEY", "made-up-access-key");

        assertThat(Hiding.ofSystem(Path.of(""), "job-platform", process).redact("made-up-access-key"))
                .isEqualTo("[redacted]");
        assertThat(Hiding.ofSystem(folder, "nowhere", process).redact("made-up-access-key"))
                .isEqualTo("made-up-access-key");
    }

    private static SystemUnderTest load(Map<String, String> process, Map<String, String> overlay) {
        return Environments.load(ENVIRONMENTS.resolve("job-platform"), process, overlay);
    }
}
