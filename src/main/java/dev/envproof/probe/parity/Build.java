package dev.envproof.probe.parity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.envproof.evidence.Exchange;
import dev.envproof.evidence.Redaction;
import dev.envproof.probe.Reply;
import java.util.Optional;

/**
 * What one answer said of the build behind it.
 *
 * @param name empty where the answer named none
 * @param digest of the image, where it was told
 */
public record Build(Optional<String> name, Optional<String> digest, Exchange exchange) {

    /** What tells builds apart: the digest, where it is told; one image may have two names. */
    public Optional<String> identity() {
        return digest.or(() -> name);
    }

    /** Finds a build in an answer of health. */
    record Reading(String version, Optional<String> digestAt, Redaction redaction) {
        private static final ObjectMapper JSON = new ObjectMapper();
        private static final int LONGEST = 128;

        Build of(Reply reply) {
            Optional<JsonNode> body = reply instanceof Reply.Answer answer ? parsed(answer.body()) : Optional.empty();
            return new Build(
                    body.flatMap(it -> word(it.at(version))),
                    body.flatMap(it -> digestAt.flatMap(pointer -> word(it.at(pointer)))),
                    reply.exchange());
        }

        private static Optional<JsonNode> parsed(String text) {
            try {
                return Optional.of(JSON.readTree(text));
            } catch (JsonProcessingException noJson) {
                return Optional.empty();
            }
        }

        /** A build is named by a short word; whatever else stands there is a stranger's text. */
        private Optional<String> word(JsonNode node) {
            return node.isValueNode() && node.asText().matches("[\\w.+:@/-]{1,128}")
                    ? Optional.of(redaction.redact(node.asText(), LONGEST))
                    : Optional.empty();
        }
    }
}
