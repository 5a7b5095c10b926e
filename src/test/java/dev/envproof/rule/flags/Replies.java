package dev.envproof.rule.flags;

import dev.envproof.evidence.Exchange;
import dev.envproof.probe.Ask.Header;
import dev.envproof.probe.Reply.Answer;
import java.time.Duration;
import java.util.List;

/** Answers as a probe could have read them. */
final class Replies {
    static final Answer OK = answer(200, "{\"status\":\"ok\"}");
    static final Answer NOT_FOUND = answer(404, "{\"error\":\"not found\"}");

    private Replies() {}

    static Answer answer(int status, String body, Header... headers) {
        return new Answer(
                status, List.of(headers), body, false, Duration.ZERO, new Exchange("GET /", List.of(), "curl"));
    }
}
