package dev.envproof.probe.mail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.envproof.probe.Reply.Answer;
import dev.envproof.probe.store.Fact;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The mails that an outbox's HTTP API lists: MailHog's {@code /api/v2/messages}, which tells the envelope, or Mailpit's
 * {@code /api/v1/messages}, whose {@code Bcc} holds the recipients of the envelope that no header names.
 */
final class MailList {
    private static final JsonMapper JSON = new JsonMapper();

    private MailList() {}

    /** Looks for the mail whose subject or text holds a canary's id. */
    static Fact<Delivery> find(Answer answer, String id) {
        if (answer.status() != 200) {
            return new Fact.Unknown<>("the list of mails was answered with " + answer.status());
        }
        if (answer.cut()) {
            return new Fact.Unknown<>("the list of mails is too long to be read: empty the outbox");
        }
        try {
            JsonNode list = JSON.readTree(answer.body());
            JsonNode mails = list.has("items") ? list.get("items") : list.path("messages");
            return mails.isArray()
                    ? new Fact.Known<>(find(mails, id))
                    : new Fact.Unknown<>("parse: the list of mails is neither MailHog's nor Mailpit's");
        } catch (JsonProcessingException noJson) {
            return new Fact.Unknown<>("parse: the list of mails is no JSON");
        }
    }

    private static Delivery find(JsonNode mails, String id) {
        List<JsonNode> found =
                stream(mails).filter(mail -> mail.toString().contains(id)).toList();
        return found.isEmpty()
                ? Delivery.none()
                : new Delivery(
                        true,
                        found.stream().flatMap(MailList::recipients).distinct().toList());
    }

    private static Stream<String> recipients(JsonNode mail) {
        Stream<String> envelope = stream(mail.path("Raw").path("To")).map(JsonNode::asText);
        Stream<String> listed = Stream.of("To", "Cc", "Bcc")
                .flatMap(kind -> stream(mail.path(kind)))
                .filter(address -> address.has("Address"))
                .map(address -> address.path("Address").asText());
        return Stream.concat(envelope, listed);
    }

    private static Stream<JsonNode> stream(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}
