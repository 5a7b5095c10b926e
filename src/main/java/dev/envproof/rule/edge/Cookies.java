package dev.envproof.rule.edge;

import dev.envproof.probe.Reply.Answer;
import dev.envproof.probe.edge.SetCookie;
import java.util.stream.Stream;

/** The cookies that an answer sets. */
final class Cookies {
    private Cookies() {}

    static Stream<SetCookie> of(Answer answer) {
        return answer.all("Set-Cookie").stream().map(SetCookie::of);
    }

    static boolean none(Answer answer) {
        return answer.all("Set-Cookie").isEmpty();
    }
}
