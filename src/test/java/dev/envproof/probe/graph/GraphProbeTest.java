package dev.envproof.probe.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envproof.environment.Environment;
import dev.envproof.environment.RedisPolicy;
import dev.envproof.environment.Store;
import dev.envproof.environment.StoreAddress;
import dev.envproof.environment.StoreTerms;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.environment.Target;
import dev.envproof.environment.Variables;
import dev.envproof.evidence.Exchange;
import dev.envproof.evidence.Redaction;
import dev.envproof.probe.Ask;
import dev.envproof.probe.Fingerprints;
import dev.envproof.probe.Lookout;
import dev.envproof.probe.Planted;
import dev.envproof.probe.Reply.Answer;
import dev.envproof.probe.SampleSystem;
import dev.envproof.probe.Wire;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GraphProbeTest {
    private static final String DONE = "{\"results\": [], \"errors\": []}";
    private static final String OPEN = "{\"errors\": [], \"commit\": \"http://inner:7474/db/neo4j/tx/7/commit\"}";

    private final List<String> sent = new ArrayList<>();

    @Test
    void an_accepted_write_is_rolled_back_at_once() {
        GraphProbe.Trial trial = look(true, OPEN);
        assertThat(trial.writes().known()).contains(true);
        assertThat(trial.rolledBack()).isTrue();
        assertThat(sent)
                .containsExactly(
                        "POST http://graph/db/neo4j/tx/commit",
                        "POST http://graph/db/neo4j/tx",
                        "DELETE http://graph/db/neo4j/tx/7");
    }

    @Test
    void every_way_to_refuse_a_write_is_a_refusal() {
        for (String code :
                List.of("Security.Forbidden", "Statement.AccessMode", "General.ForbiddenOnReadOnlyDatabase")) {
            assertThat(look(true, error("Neo.ClientError." + code)).writes().known())
                    .contains(false);
        }
    }

    @Test
    void an_error_of_another_kind_is_no_refusal() {
        assertThat(look(true, error("Neo.TransientError.General.OutOfMemoryError"))
                        .writes()
                        .known())
                .isEmpty();
        assertThat(look(true, "<html>").writes().known()).isEmpty();
    }

    @Test
    void where_the_file_allows_no_try_nothing_is_sent() {
        assertThat(seen(false, OPEN).trials()).isEmpty();
        assertThat(sent).isEmpty();
    }

    private static String error(String code) {
        return "{\"errors\": [{\"code\": \"" + code + "\"}]}";
    }

    private GraphProbe.Trial look(boolean mayTryWrite, String toWrite) {
        return seen(mayTryWrite, toWrite).trials().get(0);
    }

    private GraphProbe.Seen seen(boolean mayTryWrite, String toWrite) {
        Wire wire = ask -> {
            sent.add(ask.method() + " " + ask.address());
            return answer(ask, toWrite);
        };
        Lookout lookout = new Lookout(
                wire,
                Redaction.ofVariables(Map.of()),
                new Fingerprints(),
                List.of(),
                new Planted(List.of()),
                Duration.ofSeconds(1));
        return new GraphProbe().look(target(mayTryWrite), lookout);
    }

    private static Answer answer(Ask ask, String toWrite) {
        String body = ask.address().getPath().endsWith("/tx") ? toWrite : DONE;
        return new Answer(
                200, List.of(), body, false, Duration.ZERO, new Exchange("GET http://x.example/", List.of(), "curl"));
    }

    private static Target target(boolean mayTryWrite) {
        StoreTerms terms =
                new StoreTerms(Optional.empty(), Optional.empty(), true, mayTryWrite, Optional.empty(), false);
        StoreAddress graph = new StoreAddress(
                "graph",
                "GRAPH",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                0,
                RedisPolicy.NONE,
                terms);
        Environment staging =
                SampleSystem.withStores(SampleSystem.environment("staging", "STAGING", Set.of()), List.of(graph));
        SystemUnderTest like = SampleSystem.system();
        SystemUnderTest system = new SystemUnderTest(
                like.name(),
                like.services(),
                like.routes(),
                like.calls(),
                like.edges(),
                List.of(new Store.Graph("graph")),
                like.routingHeader(),
                like.health(),
                like.identity(),
                List.of(),
                like.promotion(),
                like.debugEndpoints(),
                like.apiDocumentation(),
                like.logs(),
                List.of(staging));
        return new Target(
                system,
                staging,
                Target.Engine.REMOTE,
                URI.create("http://edge/"),
                Map.of(),
                new Variables(Map.of("GRAPH", "http://graph/db/neo4j")),
                Map.of(),
                Optional.empty());
    }
}
