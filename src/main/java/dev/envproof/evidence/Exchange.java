package dev.envproof.evidence;

import java.util.List;
import java.util.stream.Collectors;

/**
 * One request and what came of it, already redacted; capped and escaped here, so that it is safe for any report.
 *
 * @param request method, address and headers as sent
 * @param answer status line, headers and the first bytes of the body, or the stage that failed
 * @param again a command line that shows the same once more
 */
public record Exchange(String request, List<String> answer, String again) {
    private static final int LONGEST_LINE = 4_000;
    private static final int MOST_LINES = 400;

    public Exchange {
        request = request.lines()
                .limit(MOST_LINES)
                .map(line -> ShownText.of(line, LONGEST_LINE))
                .collect(Collectors.joining("\n"));
        answer = answer.stream()
                .limit(MOST_LINES)
                .map(line -> ShownText.of(line, LONGEST_LINE))
                .toList();
        again = ShownText.of(again, LONGEST_LINE * 4);
    }
}
