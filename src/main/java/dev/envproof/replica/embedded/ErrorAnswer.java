package dev.envproof.replica.embedded;

import dev.envproof.fault.Fault;
import dev.envproof.fault.LookAlike;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What an error says beside its status: nothing, unless a deviation makes services talkative. */
final class ErrorAnswer {
    private ErrorAnswer() {}

    static Answer onto(Answer answer, Visit visit) {
        // 503 is what health says of a store, and no error of the service
        if (answer.status() < 400 || answer.status() == 503) {
            return answer;
        }
        if (visit.shape().shows(Fault.FLAGS_STACK_TRACE)) {
            return detailed(answer, Map.of("error", "request failed", "trace", trace()));
        }
        return visit.shape().shows(LookAlike.FLAGS_ERROR_WITH_REQUEST_ID)
                ? detailed(answer, Map.of("error", "request failed at /health:10", "request", UUID.randomUUID()))
                : answer;
    }

    private static Answer detailed(Answer answer, Map<String, Object> body) {
        return new Answer(
                answer.status(),
                answer.headers(),
                Answer.json(answer.status(), body).body());
    }

    /** A real one of this very thread, as a service in debug mode prints it. */
    private static String trace() {
        List<String> frames = Arrays.stream(new IllegalStateException().getStackTrace())
                .limit(8)
                .map(frame -> "\tat " + frame)
                .toList();
        return "java.lang.IllegalStateException: request failed\n" + String.join("\n", frames);
    }
}
