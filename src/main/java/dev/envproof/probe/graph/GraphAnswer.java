package dev.envproof.probe.graph;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.envproof.probe.Reply;
import dev.envproof.probe.Reply.Answer;
import dev.envproof.probe.Reply.NoAnswer;
import dev.envproof.probe.store.Fact;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what Neo4j's HTTP API answers. */
final class GraphAnswer {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Set<Integer> REFUSALS = Set.of(401, 403);

    /** How its status codes say that a client may not do this: by role, by the database's mode, by the session's. */
    private static final Pattern REFUSED =
            Pattern.compile("Neo\\.ClientError\\.(Security\\.Forbidden|Statement\\.AccessMode|.*ReadOnly.*)");

    private static final Pattern TRANSACTION = Pattern.compile("/tx/([0-9]+)(/commit)?$");

    private GraphAnswer() {}

    /** True where the statements were done, false where they were refused, unknown where neither. */
    static Fact<Boolean> isDone(Reply reply) {
        if (reply instanceof NoAnswer none) {
            return new Fact.Unknown<>(none.stage() + ": " + none.why());
        }
        Answer answer = (Answer) reply;
        if (REFUSALS.contains(answer.status())) {
            return new Fact.Known<>(false);
        }
        if (answer.status() / 100 != 2) {
            return new Fact.Unknown<>("the graph answered " + answer.status());
        }
        return body(answer)
                .map(body -> body.path("errors"))
                .filter(JsonNode::isArray)
                .map(GraphAnswer::isDone)
                .orElseGet(() -> new Fact.Unknown<>("parse: the answer is not that of Neo4j's transactions"));
    }

    private static Fact<Boolean> isDone(JsonNode errors) {
        if (errors.isEmpty()) {
            return new Fact.Known<>(true);
        }
        String code = errors.path(0).path("code").asText();
        return REFUSED.matcher(code).matches() ? new Fact.Known<>(false) : new Fact.Unknown<>("the graph said " + code);
    }

    /** The number of the transaction that an answer left open. */
    static Optional<String> transaction(Reply reply) {
        if (!(reply instanceof Answer answer)) {
            return Optional.empty();
        }
        Optional<String> address = answer.first("Location")
                .or(() -> body(answer).map(body -> body.path("commit").asText()));
        return address.map(TRANSACTION::matcher).filter(Matcher::find).map(found -> found.group(1));
    }

    private static Optional<JsonNode> body(Answer answer) {
        try {
            return Optional.of(JSON.readTree(answer.body()));
        } catch (JsonProcessingException noJson) {
            return Optional.empty();
        }
    }
}
