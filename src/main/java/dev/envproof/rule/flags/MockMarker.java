package dev.envproof.rule.flags;

import dev.envproof.probe.Ask.Header;
import dev.envproof.probe.Reply.Answer;
import java.util.Optional;
import java.util.regex.Pattern;

/** Recognises answers that say that they are not real: by a header, a member of a JSON body, or a mock server's name. */
final class MockMarker {
    /** What a switch says that is off. */
    private static final String OFF_WORDS = "false|no|off|none|null|never|disabled|inactive|forbidden|0";

    private static final Pattern HEADER = Pattern.compile("(?i)(.*-)?(mock(s|ed)?|matched-stub-id)(-.*)?");
    private static final Pattern OFF = Pattern.compile("(?i)\\s*(" + OFF_WORDS + "|)\\s*");
    private static final Pattern SERVER =
            Pattern.compile("(?i)wiremock|mockserver|mountebank|mockoon|microcks|hoverfly|json-server|prism/");
    private static final Pattern MEMBER =
            Pattern.compile("(?i)\"_{0,2}(is_?|use_?|from_?)?(mock(s|ed)?|stub(s|bed)?|simulated)"
                    + "(_?(mode|data|response|result))?\"\\s*:\\s*(true|[1-9]|\"(?!(" + OFF_WORDS + ")\")[^\"])");
    private static final Pattern ORIGIN = Pattern.compile(
            "(?i)\"(source|provider|mode|adapter|backend|client|engine)\"\\s*:\\s*\"([^\"]{0,200}[^a-z\"])?(mock|fake|stub)(ed)?([^a-z\"][^\"]{0,200})?\"");

    private MockMarker() {}

    /** What says so, in words without the answer's own text. */
    static Optional<String> in(Answer answer) {
        if (answer.headers().stream().anyMatch(MockMarker::isMarker)) {
            return Optional.of("a header of the answer");
        }
        return MEMBER.matcher(answer.body()).find()
                        || ORIGIN.matcher(answer.body()).find()
                ? Optional.of("a member of the body")
                : Optional.empty();
    }

    private static boolean isMarker(Header header) {
        boolean named = HEADER.matcher(header.name()).matches()
                && !OFF.matcher(header.value()).matches();
        boolean servedBy = header.name().matches("(?i)server|via|x-powered-by");
        return named || (servedBy && SERVER.matcher(header.value()).find());
    }
}
