package dev.envproof.probe.logs;

import dev.envproof.probe.Ask;
import dev.envproof.probe.Reply;
import dev.envproof.probe.Reply.Answer;
import java.util.Optional;

/**
 * One request that a service should log under its own random id.
 *
 * @param reply what came of it; empty while it has not been sent
 */
record Knock(Purpose purpose, String service, String id, Ask ask, Optional<Reply> reply) {

    /** What a request is to show. */
    enum Purpose {
        /** Which environment the log line names. */
        PLAIN,
        /** Whether credentials that it carries are kept. */
        CREDENTIALS,
        /** Whether a line break in it makes a line. */
        LINE_BREAK,
        /** What an error says. */
        ERROR,
        /** What a page that is meant to be read says. */
        PAGE
    }

    Knock answered(Reply came) {
        return new Knock(purpose, service, id, ask, Optional.of(came));
    }

    /** Whether an answer came that a service may have given: what the edge refused, no service logs. */
    boolean arrived() {
        return reply.isPresent() && reply.get() instanceof Answer;
    }
}
