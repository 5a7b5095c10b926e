package dev.envproof.probe.logs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envproof.environment.Target;
import dev.envproof.environment.Target.Engine;
import dev.envproof.evidence.Exchange;
import dev.envproof.evidence.Redaction;
import dev.envproof.probe.Ask;
import dev.envproof.probe.Fingerprints;
import dev.envproof.probe.Lookout;
import dev.envproof.probe.Planted;
import dev.envproof.probe.Reply;
import dev.envproof.probe.Reply.Stage;
import dev.envproof.probe.SampleSystem;
import dev.envproof.probe.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogProbeTest {
    private static final Exchange EXCHANGE = new Exchange("GET http://edge.example/", List.of(), "curl");

    @Test
    void a_request_that_nothing_answered_was_not_read() {
        LogProbe.Seen seen = look(ask -> new Reply.NoAnswer(Stage.CONNECT, "refused", EXCHANGE));
        assertThat(seen.named()).isNotEmpty();
        assertThat(seen.linesRead()).isZero();
        assertThat(seen.answersRead()).isZero();
    }

    @Test
    void answers_and_lines_are_counted_apart() {
        LogProbe.Seen seen = look(ask -> new Reply.Answer(200, List.of(), "", false, Duration.ZERO, EXCHANGE));
        assertThat(seen.linesRead()).isZero();
        assertThat(seen.answersRead()).isPositive();
    }

    @Test
    void a_credential_is_found_in_a_line_that_does_not_name_its_request(@TempDir Path folder) {
        Path log = folder.resolve("matcher.log");
        LogProbe.Seen seen = look(Map.of(), log, ask -> {
            write(log, line(ask, ""));
            ask.headers().stream()
                    .filter(header -> header.name().equals("Authorization"))
                    .forEach(header -> write(log, "upstream got " + header.value() + "\n"));
        });
        assertThat(seen.carried())
                .filteredOn(traced -> traced.service().equals("job-matcher"))
                .isNotEmpty()
                .allSatisfy(traced -> assertThat(traced.shows()).isPresent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "  %s", "\\%s"})
    void a_forged_line_is_found_however_its_quotes_are_written(String form, @TempDir Path folder) {
        Path log = folder.resolve("matcher.log");
        LogProbe.Seen seen = look(Map.of(), log, ask -> {
            String query = String.valueOf(ask.address().getQuery());
            String sent = query.startsWith("next=") ? query.substring("next=".length()) : "";
            String quoted =
                    form.startsWith("\\") ? sent.replace("\"", "\\\"") : sent.replace("{", form.replace("%s", "{"));
            write(log, line(ask, quoted));
        });
        assertThat(seen.broken())
                .filteredOn(traced -> traced.shows().isPresent())
                .isNotEmpty();
    }

    @Test
    void a_line_break_that_was_escaped_makes_no_line(@TempDir Path folder) {
        Path log = folder.resolve("matcher.log");
        LogProbe.Seen seen = look(
                Map.of(),
                log,
                ask -> write(
                        log,
                        line(
                                ask,
                                String.valueOf(ask.address().getQuery())
                                        .replace("\r", "\\r")
                                        .replace("\n", "\\n")
                                        .replace("\"", "\\\""))));
        assertThat(seen.broken())
                .allSatisfy(traced -> assertThat(traced.shows()).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"whole", "late in a long line", "wrapped", "before much else", "its first half"})
    void a_secret_is_found_wherever_a_log_has_it(String form, @TempDir Path folder) {
        String secret = "kR7" + UUID.randomUUID().toString().replace("-", "") + "Zq";
        Path log = folder.resolve("matcher.log");
        write(
                log,
                switch (form) {
                    case "wrapped" -> "key\n" + secret.substring(0, 20) + "\n" + secret.substring(20) + "\n";
                    case "late in a long line" -> "x".repeat(70_000) + secret + "\n";
                    case "before much else" -> "key " + secret + "\n" + "a line\n".repeat(500_000);
                    case "its first half" -> "key " + secret.substring(0, secret.length() / 2) + "...\n";
                    default -> "key " + secret + "\n";
                });
        LogProbe.Seen seen = look(Map.of("SUPABASE_KEY_STAGING", secret), log, ask -> write(log, line(ask, "")));
        assertThat(seen.leaks()).isNotEmpty().allSatisfy(leak -> {
            assertThat(leak.kind()).isEqualTo(LogProbe.Leak.Kind.IN_LOG);
            assertThat(leak.secret()).contains("SUPABASE_KEY_STAGING");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "redis://:hunter22@cache:6379/0",
                "amqp://worker:hunter22@queue/prod",
                "POSTGRESQL://app:hunter22@db/app",
                "{\"url\":\"mysql:\\/\\/app:hunter22@db\\/app\"}"
            })
    void a_password_in_a_url_is_found_though_nobody_declared_it(String text, @TempDir Path folder) {
        assertThat(looked(text, folder).leaks()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "redis://:***@cache:6379/0",
                "postgresql://app:REDACTED@db/app",
                "postgresql://app:[FILTERED]@db/app",
                "postgresql://app:<hidden>@db/app",
                "postgresql://app:${DATABASE_PASSWORD}@db/app",
                "postgresql://app:$PGPASSWORD@db/app",
                "postgresql://user:password@host/name",
                "postgresql://app:xxxxx@db/app",
                "postgresql://app:%2A%2A%2A@db/app",
                "postgresql://app@db:5432/app",
                "http://localhost:5173/@vite/client",
                "ratio 3://4: at me@example.com"
            })
    void a_mask_is_no_password(String text, @TempDir Path folder) {
        assertThat(looked(text, folder).leaks()).isEmpty();
    }

    @Test
    void a_log_that_can_not_be_read_leaves_answers_to_be_searched(@TempDir Path folder) {
        LogProbe.Seen seen = look(Map.of(), folder.resolve("never-written.log"), ask -> {});
        assertThat(seen.answersRead()).isPositive();
        assertThat(seen.unread()).containsExactly("job-matcher");
    }

    private static LogProbe.Seen looked(String text, Path folder) {
        Path log = folder.resolve("matcher.log");
        write(log, text + "\n");
        return look(Map.of(), log, ask -> write(log, line(ask, "")));
    }

    private static String line(Ask ask, String more) {
        String id = ask.headers().stream()
                .filter(header -> header.name().equals("X-Request-Id"))
                .map(Ask.Header::value)
                .findFirst()
                .orElseThrow();
        return "{\"environment\":\"staging\",\"request\":\"" + id + "\"} " + more + "\n";
    }

    private static void write(Path log, String text) {
        try {
            Files.writeString(log, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static LogProbe.Seen look(Map<String, String> variables, Path log, Consumer<Ask> service) {
        return look(variables, Map.of("job-matcher", log), ask -> {
            service.accept(ask);
            return new Reply.Answer(200, List.of(), "", false, Duration.ZERO, EXCHANGE);
        });
    }

    private static LogProbe.Seen look(Wire wire) {
        return look(Map.of(), Map.of(), wire);
    }

    private static LogProbe.Seen look(Map<String, String> variables, Map<String, Path> logs, Wire wire) {
        List<Target> targets = SampleSystem.targets(URI.create("http://edge.example"), Engine.REMOTE, variables, logs);
        Lookout lookout = new Lookout(
                wire,
                Redaction.of(List.of()),
                new Fingerprints(),
                targets,
                new Planted(List.of()),
                Duration.ofSeconds(20));
        return new LogProbe().look(targets.get(0), lookout);
    }
}
