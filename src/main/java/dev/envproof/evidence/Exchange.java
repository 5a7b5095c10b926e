package dev.envproof.evidence;

import java.util.List;

/**
 * One request and what came of it, already redacted, capped and escaped; safe for any report.
 *
 * @param request method, address and headers as sent
 * @param answer status line, headers and the first bytes of the body, or the stage that failed
 * @param again a command line that shows the same once more
 */
public record Exchange(String request, List<String> answer, String again) {
    public Exchange {
        answer = List.copyOf(answer);
    }
}
