package dev.envproof.probe.flags;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envproof.environment.Environments;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.environment.Target;
import dev.envproof.environment.Target.Engine;
import dev.envproof.environment.Variables;
import dev.envproof.evidence.Exchange;
import dev.envproof.evidence.Redaction;
import dev.envproof.probe.Ask;
import dev.envproof.probe.Ask.Header;
import dev.envproof.probe.Fingerprints;
import dev.envproof.probe.Lookout;
import dev.envproof.probe.Planted;
import dev.envproof.probe.Reply;
import dev.envproof.probe.Reply.Answer;
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
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlagProbesTest {

    @Test
    void nothing_with_a_body_is_sent_to_where_canaries_are_written() {
        Queue<Ask> sent = new ConcurrentLinkedQueue<>();

        look(new ExposureProbe(), Map.of(), Map.of(), Duration.ofSeconds(20), ask -> {
            sent.add(ask);
            return answer(200);
        });

        assertThat(sent)
                .isNotEmpty()
                .filteredOn(ask -> !ask.method().equals("GET"))
                .isNotEmpty()
                .allSatisfy(ask -> assertThat(ask.address().getPath())
                        .doesNotContain("/records", "/objects")
                        .doesNotEndWith("/parse"));
    }

    @Test
    void a_route_that_answers_for_another_environment_is_doubted() {
        ExposureProbe.Seen seen =
                look(new ExposureProbe(), Map.of(), Map.of(), Duration.ofSeconds(20), ask -> answer(200, "production"));

        assertThat(seen.routes())
                .hasSize(4)
                .allSatisfy(route -> assertThat(route.doubt()).isPresent());
    }

    @Test
    void a_door_that_only_moved_a_step_inside_itself_is_open() {
        ExposureProbe.Seen seen =
                look(new ExposureProbe(), Map.of(), Map.of(), Duration.ofSeconds(20), ask -> switch (lastOf(
                        ask, "job-matcher/")) {
                    case "docs" -> redirect("docs/");
                    case "docs/" -> redirect("/api/job-matcher/docs/index.html");
                    case "docs/index.html" -> answer(200);
                    default -> answer(404);
                });

        assertThat(open(seen)).containsExactly("/api/job-matcher/docs", "/api/job-matcher/docs/");
    }

    @Test
    void a_door_that_answers_only_with_a_slash_behind_it_is_open() {
        ExposureProbe.Seen seen = look(
                new ExposureProbe(),
                Map.of(),
                Map.of(),
                Duration.ofSeconds(20),
                ask -> answer(ask.address().getPath().endsWith("/debug/config/") ? 200 : 404));

        assertThat(open(seen)).hasSize(4).allMatch(path -> path.endsWith("/debug/config/"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/login?next=docs",
                "docs/login",
                "https://sso.example/",
                "/api/job-matcher/docs",
                "http://docs.edge.example/docs/",
                "http://[",
                ""
            })
    void a_door_that_sends_strangers_away_or_in_circles_is_closed(String location) {
        ExposureProbe.Seen seen = look(
                new ExposureProbe(),
                Map.of(),
                Map.of(),
                Duration.ofSeconds(20),
                ask -> lastOf(ask, "job-matcher/").matches("docs/?")
                        ? redirect(location)
                        : answer(ask.address().getPath().contains("login") ? 200 : 404));

        assertThat(open(seen)).isEmpty();
    }

    @Test
    void a_path_where_nothing_but_unavailability_is_met_says_nothing_of_a_limit() {
        RateLimitProbe.Seen seen =
                look(new RateLimitProbe(), Map.of(), Map.of(), Duration.ofSeconds(20), ask -> answer(503));

        assertThat(seen.burst())
                .hasValueSatisfying(burst -> assertThat(burst.doubt()).isPresent());
    }

    @Test
    void the_burst_is_counted_by_what_passed_and_what_was_turned_away() {
        AtomicInteger asked = new AtomicInteger();

        RateLimitProbe.Seen seen = look(
                new RateLimitProbe(),
                Map.of(),
                Map.of(),
                Duration.ofSeconds(20),
                ask -> answer(asked.incrementAndGet() <= 40 ? 200 : 429));

        assertThat(seen.burst()).hasValueSatisfying(burst -> {
            assertThat(burst.sent()).isEqualTo(60);
            assertThat(burst.passed()).isEqualTo(40);
            assertThat(burst.limited()).isEqualTo(20);
            assertThat(burst.doubt()).isEmpty();
        });
    }

    @Test
    void a_limit_that_an_earlier_run_used_up_is_given_time_to_refill() {
        AtomicInteger asked = new AtomicInteger();
        Map<String, String> quick = Map.of("staging.rate-limit.per-second", "1000");

        RateLimitProbe.Seen seen = look(new RateLimitProbe(), quick, Map.of(), Duration.ofSeconds(20), ask -> {
            int number = asked.incrementAndGet();
            return answer(number > 60 && number <= 100 ? 200 : 429);
        });

        assertThat(seen.burst())
                .hasValueSatisfying(burst -> assertThat(burst.passed()).isEqualTo(40));
    }

    @Test
    void a_limit_that_can_not_refill_within_the_budget_is_doubted() {
        AtomicInteger asked = new AtomicInteger();

        RateLimitProbe.Seen seen = look(
                new RateLimitProbe(),
                Map.of(),
                Map.of(),
                Duration.ofSeconds(20),
                ask -> answer(asked.incrementAndGet() <= 5 ? 200 : 429));

        assertThat(seen.burst())
                .hasValueSatisfying(burst -> assertThat(burst.doubt()).isPresent());
    }

    @Test
    void levels_are_those_of_the_lines_about_the_marked_request(@TempDir Path folder) {
        Path log = folder.resolve("a.log");

        LogLevelProbe.Seen seen =
                look(new LogLevelProbe(), Map.of(), Map.of("job-matcher", log), Duration.ofSeconds(20), ask -> {
                    String id = header(ask, "X-Request-Id");
                    append(log, "{\"request\":\"other\",\"level\":\"trace\"}\n");
                    append(log, "{\"request\":\"" + id + "\",\"level\":\"info\"}\n");
                    append(log, "{\"request\":\"" + id + "\",\"level\":\"debug\"}\n");
                    return answer(200);
                });

        assertThat(seen.services()).singleElement().satisfies(lines -> {
            assertThat(lines.service()).isEqualTo("job-matcher");
            assertThat(lines.levels()).containsExactly("info", "debug");
            assertThat(lines.doubt()).isEmpty();
        });
    }

    @Test
    void lines_that_name_the_environment_count_though_no_request_is_named(@TempDir Path folder) {
        Path log = folder.resolve("a.log");
        append(log, "{\"environment\":\"staging\",\"level\":\"trace\",\"message\":\"of an earlier run\"}\n");

        LogLevelProbe.Seen seen =
                look(new LogLevelProbe(), Map.of(), Map.of("job-matcher", log), Duration.ofSeconds(20), ask -> {
                    append(log, "{\"environment\":\"STG\",\"level\":\"debug\",\"message\":\"a driver's\"}\n");
                    append(log, "{\"environment\":\"development\",\"level\":\"trace\"}\n");
                    append(log, "{\"request\":\"" + header(ask, "X-Request-Id") + "\",\"level\":\"info\"}\n");
                    return answer(200);
                });

        assertThat(seen.services())
                .singleElement()
                .satisfies(lines ->
                        assertThat(lines.levels()).contains("info", "debug").doesNotContain("trace"));
    }

    private static List<String> open(ExposureProbe.Seen seen) {
        return seen.routes().stream()
                .flatMap(route -> route.doors().stream().filter(route::isOpen))
                .map(RouteExposure.Door::path)
                .toList();
    }

    private static String lastOf(Ask ask, String after) {
        String path = ask.address().getPath();
        return path.contains(after) ? path.substring(path.indexOf(after) + after.length()) : "";
    }

    private static Reply redirect(String location) {
        return new Answer(
                302,
                List.of(new Header("Location", location), new Header("X-Environment-Used", "staging")),
                "",
                false,
                Duration.ZERO,
                new Exchange("GET /", List.of(), ""));
    }

    private static <S extends dev.envproof.probe.Seen> S look(
            dev.envproof.probe.Probe<S> probe,
            Map<String, String> overlay,
            Map<String, Path> logs,
            Duration budget,
            Wire wire) {
        SystemUnderTest system = Environments.load(Path.of("environments", "job-platform"), Map.of(), overlay);
        Target staging = new Target(
                system,
                system.environment("staging").orElseThrow(),
                Engine.REMOTE,
                URI.create("http://edge.example"),
                Map.of(),
                new Variables(Map.of()),
                logs,
                Optional.empty());
        return probe.look(
                staging,
                new Lookout(
                        wire,
                        Redaction.of(List.of()),
                        new Fingerprints(),
                        List.of(staging),
                        new Planted(List.of()),
                        budget));
    }

    private static Reply answer(int status) {
        return answer(status, "staging");
    }

    private static Reply answer(int status, String environment) {
        return new Answer(
                status,
                List.of(new Header("X-Environment-Used", environment)),
                "{}",
                false,
                Duration.ZERO,
                new Exchange("GET /", List.of(), ""));
    }

    private static String header(Ask ask, String name) {
        return ask.headers().stream()
                .filter(header -> header.name().equals(name))
                .map(Header::value)
                .findFirst()
                .orElseThrow();
    }

    private static void append(Path file, String line) {
        try {
            Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
