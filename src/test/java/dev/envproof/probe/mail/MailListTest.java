package dev.envproof.probe.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envproof.evidence.Exchange;
import dev.envproof.probe.Reply.Answer;
import dev.envproof.probe.store.Fact;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class MailListTest {
    private static final String MAILHOG = """
            {"total": 2, "items": [
              {"Raw": {"From": "a@x.example", "To": ["real@y.example", "hidden@y.example"]},
               "To": [{"Mailbox": "shadow", "Domain": "x.example"}],
               "Content": {"Headers": {"Subject": ["canary-1"], "To": ["shadow@x.example"]}, "Body": "text"}},
              {"Raw": {"To": ["other@y.example"]}, "Content": {"Headers": {"Subject": ["canary-2"]}}}]}""";
    private static final String MAILPIT = """
            {"total": 1, "messages": [{"Subject": "canary-1", "To": [{"Name": "", "Address": "real@y.example"}],
              "Cc": [], "Bcc": [{"Name": "", "Address": "hidden@y.example"}]}]}""";

    @Test
    void the_recipients_are_those_of_the_envelope() {
        assertThat(find(200, MAILHOG, false, "canary-1"))
                .isEqualTo(new Fact.Known<>(new Delivery(true, List.of("real@y.example", "hidden@y.example"))));
        assertThat(find(200, MAILPIT, false, "canary-1"))
                .isEqualTo(new Fact.Known<>(new Delivery(true, List.of("real@y.example", "hidden@y.example"))));
    }

    @Test
    void a_mail_that_is_not_listed_did_not_arrive() {
        assertThat(find(200, MAILHOG, false, "canary-3")).isEqualTo(new Fact.Known<>(Delivery.none()));
        assertThat(find(200, "{\"messages\": []}", false, "canary-3")).isEqualTo(new Fact.Known<>(Delivery.none()));
    }

    @Test
    void what_is_no_list_of_mails_tells_nothing() {
        assertThat(find(401, MAILHOG, false, "canary-1")).isInstanceOf(Fact.Unknown.class);
        assertThat(find(200, MAILHOG, true, "canary-1")).isInstanceOf(Fact.Unknown.class);
        assertThat(find(200, "{}", false, "canary-1")).isInstanceOf(Fact.Unknown.class);
        assertThat(find(200, "<html>", false, "canary-1")).isInstanceOf(Fact.Unknown.class);
    }

    private static Fact<Delivery> find(int status, String body, boolean cut, String id) {
        return MailList.find(
                new Answer(
                        status,
                        List.of(),
                        body,
                        cut,
                        Duration.ZERO,
                        new Exchange("GET http://x.example/", List.of(), "curl")),
                id);
    }
}
