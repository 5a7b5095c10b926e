package dev.envproof.probe.search;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.envproof.probe.Reply;
import dev.envproof.probe.Reply.Answer;
import dev.envproof.probe.Reply.NoAnswer;
import dev.envproof.probe.store.Fact;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Reads what Elasticsearch's API answers. */
final class EngineAnswer {
    private static final JsonMapper JSON = new JsonMapper();

    private EngineAnswer() {}

    static Fact<Set<String>> indices(Reply reply) {
        return read(
                reply,
                "the search",
                body -> body.path("hits").path("hits").isArray()
                        ? new Fact.Known<>(StreamSupport.stream(
                                        body.path("hits").path("hits").spliterator(), false)
                                .map(hit -> hit.path("_index").asText())
                                .collect(Collectors.toUnmodifiableSet()))
                        : new Fact.Unknown<>("parse: the answer to the search has no hits"));
    }

    static Fact<String> cluster(Reply reply) {
        return read(
                reply,
                "the engine",
                body -> body.path("cluster_uuid").isTextual()
                        ? new Fact.Known<>(body.path("cluster_uuid").asText())
                        : new Fact.Unknown<>("parse: the engine tells no cluster_uuid"));
    }

    static Fact<Map<String, Set<String>>> aliases(Reply reply) {
        return read(
                reply,
                "the list of aliases",
                body -> new Fact.Known<>(body.properties().stream()
                        .collect(Collectors.toUnmodifiableMap(
                                Map.Entry::getKey,
                                index -> index.getValue().path("aliases").properties().stream()
                                        .map(Map.Entry::getKey)
                                        .collect(Collectors.toUnmodifiableSet())))));
    }

    private static <T> Fact<T> read(Reply reply, String what, Function<JsonNode, Fact<T>> reading) {
        if (reply instanceof NoAnswer none) {
            return new Fact.Unknown<>(none.stage() + ": " + none.why());
        }
        Answer answer = (Answer) reply;
        if (answer.status() != 200 || answer.cut()) {
            return new Fact.Unknown<>(
                    answer.cut()
                            ? what + " was answered with too much"
                            : what + " was answered with " + answer.status());
        }
        try {
            JsonNode body = JSON.readTree(answer.body());
            return body.isObject() ? reading.apply(body) : new Fact.Unknown<>("parse: " + what + " is no JSON object");
        } catch (JsonProcessingException noJson) {
            return new Fact.Unknown<>("parse: " + what + " is no JSON");
        }
    }
}
