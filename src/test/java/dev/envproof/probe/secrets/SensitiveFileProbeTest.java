package dev.envproof.probe.secrets;

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
import dev.envproof.probe.SampleSystem;
import dev.envproof.rule.Verdict;
import dev.envproof.rule.secrets.NoEnvFileIsServed;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SensitiveFileProbeTest {
    private static final String UNKNOWN_SECRET = "k8QwZ3xN5vB7tR2m";
    private static final String PAGE = "<!doctype html><html><body>DEBUG=false\nA=b</body></html>";

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "/.env, DATABASE_PASSWORD=k8QwZ3xN5vB7tR2m, lines of KEY=VALUE",
        "/.env.staging, '# staging\nexport KEY=k8QwZ3xN5vB7tR2m\n\nDEBUG=false', lines of KEY=VALUE",
        "/api/job-matcher/.env, KEY=k8QwZ3xN5vB7tR2m, lines of KEY=VALUE",
        "/.git/HEAD, 'ref: refs/heads/main', a part of a Git repository",
        "/.git/config, '[core]\n\tbare = false', a part of a Git repository",
        "/docker-compose.yml, 'services:\n  api:\n    image: api', a Compose file",
        "/backup.sql, '-- PostgreSQL database dump\nCREATE TABLE people ()', a database dump",
        "/.pgpass, db.example:5432:app:app:k8QwZ3xN5vB7tR2m, a file of credentials"
    })
    void finds_a_file_and_keeps_its_content_out_of_the_evidence(String path, String body, String kind) {
        Verdict verdict = judged(asked -> asked.equals(path) ? answer(200, body) : answer(404, "{}"));
        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Verdict.Broken.class, broken -> assertThat(broken.saw()).isEqualTo(path + ": " + kind));
        assertThat(verdict.toString()).doesNotContain(UNKNOWN_SECRET).contains("withheld");
    }

    @Test
    void a_page_that_answers_every_path_is_no_file() {
        assertThat(judged(path -> answer(200, PAGE))).isInstanceOf(Verdict.Held.class);
        assertThat(judged(path -> answer(200, "path=" + path))).isInstanceOf(Verdict.Held.class);
    }

    @Test
    void a_file_beside_such_a_page_is_one() {
        assertThat(judged(path -> answer(200, path.equals("/.env") ? "KEY=" + UNKNOWN_SECRET : PAGE)))
                .isInstanceOf(Verdict.Broken.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404, 400, 302})
    void a_refusal_beside_a_known_path_that_answers_is_one(int status) {
        assertThat(judged(path -> answer(path.startsWith("/api") ? 200 : status, "")))
                .isInstanceOf(Verdict.Held.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 429, 500, 503})
    void an_edge_that_answers_everything_alike_tells_nothing(int status) {
        assertThat(judged(path -> answer(status, ""))).isInstanceOf(Verdict.Inconclusive.class);
    }

    @Test
    void an_edge_that_does_not_answer_tells_nothing() {
        assertThat(judged(path ->
                        new Reply.NoAnswer(Reply.Stage.CONNECT, "refused", new Exchange("GET", List.of("none"), ""))))
                .isInstanceOfSatisfying(
                        Verdict.Inconclusive.class,
                        open -> assertThat(open.why()).contains("/.env: CONNECT: refused"));
    }

    private static Verdict judged(Function<String, Reply> edge) {
        Target target = SampleSystem.targets(URI.create("http://127.0.0.1:9/"), Engine.REMOTE, Map.of())
                .get(0);
        SensitiveFileProbe.Seen seen = new SensitiveFileProbe().look(target, lookout(target, edge));
        return new NoEnvFileIsServed().judge(target.system(), target.environment(), seen);
    }

    private static Lookout lookout(Target target, Function<String, Reply> edge) {
        return new Lookout(
                (Ask ask) -> edge.apply(ask.address().getPath()),
                Redaction.of(Set.of()),
                new Fingerprints(),
                List.of(target),
                new Planted(List.of()),
                Duration.ofSeconds(5));
    }

    private static Reply answer(int status, String body) {
        List<String> shown = List.of("HTTP/1.1 " + status, "Content-Type: text/plain", "", body);
        return new Reply.Answer(
                status, List.of(), body, false, Duration.ZERO, new Exchange("GET", shown, "curl -si http://edge"));
    }
}
