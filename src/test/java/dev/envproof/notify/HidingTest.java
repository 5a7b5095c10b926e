package dev.envproof.notify;

import static dev.envproof.notify.Receiver.SECRET;
import static org.assertj.core.api.Assertions.assertThat;

import dev.envproof.evidence.Redaction;
import dev.envproof.history.Past;
import dev.envproof.rule.Verdict;
import dev.envproof.suite.Channels;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a message hides, and what it must be able to say. */
class HidingTest {
    private static final Channels SLACK = new Channels(Optional.of("SLACK_URL"), Optional.empty());
    private static final Channels HOOK = new Channels(Optional.empty(), Optional.of("HOOK_URL"));

    @Test
    void no_secret_of_the_run_and_no_address_is_in_a_message() throws IOException {
        Verdict leaks = Verdict.broken("nothing", "a log with p4ssw0rd-of-staging and " + SECRET);
        for (Channels channels : List.of(SLACK, HOOK)) {
            try (Receiver receiver = new Receiver(200)) {
                SampleRun run = SampleRun.of(leaks);
                Map<String, String> variables = Map.of("SLACK_URL", receiver.address(), "HOOK_URL", receiver.address());
                new Notifier(channels, variables, Redaction.of(List.of("p4ssw0rd-of-staging")))
                        .tell(run.outcome(), Past.EMPTY, run.now());
                assertThat(receiver.bodies())
                        .singleElement()
                        .asString()
                        .contains("a log with [redacted] and [redacted]")
                        .doesNotContain("p4ssw0rd", SECRET);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/hooks/production/tok3nOfTheHook",
        "/hooks/job-platform/staging/full/abcdefghijklmnop",
    })
    void words_of_an_address_and_names_of_the_run_stay_readable(String path) throws IOException {
        String words = "hooks of production, job-platform, staging, full";
        Verdict leaks = Verdict.broken("nothing", words + ", " + path + ", tok3nOfTheHook abcdefghijklmnop q=v4lue");
        try (Receiver receiver = new Receiver(200)) {
            SampleRun run = SampleRun.of(leaks);
            new Notifier(SLACK, Map.of("SLACK_URL", receiver.at(path + "?q=v4lue")), Redaction.of(List.of()))
                    .tell(run.outcome(), Past.EMPTY, run.now());
            assertThat(receiver.bodies())
                    .singleElement()
                    .asString()
                    .contains("*job-platform: gate CLOSED*, suite full", "saw: `" + words + ", [redacted], ")
                    .doesNotContain(path.substring(path.lastIndexOf('/') + 1), "v4lue");
        }
    }
}
