package dev.envproof.replica.embedded;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The way in which a run tells a part that runs in a process of its own what to do: requests below {@value #PATH} that
 * carry the run's key. To all others that path is as unknown as any.
 */
final class PartControl implements Function<Request, Answer> {
    static final String PATH = ".control";
    static final String KEY = "X-Control-Key";

    private final String key;
    private final Map<String, Function<String, String>> commands;
    private final Function<Request, Answer> served;

    /**
     * @param commands what each does with the body, and what is answered
     * @param served answers all other requests
     */
    PartControl(String key, Map<String, Function<String, String>> commands, Function<Request, Answer> served) {
        this.key = key;
        this.commands = Map.copyOf(commands);
        this.served = served;
    }

    @Override
    public Answer apply(Request request) {
        Optional<String> command = request.below(PATH).filter(name -> isKnown(request));
        return command.map(name -> answer(name, request.body())).orElseGet(() -> served.apply(request));
    }

    private boolean isKnown(Request request) {
        byte[] expected = key.getBytes(StandardCharsets.UTF_8);
        return request.first(KEY)
                .map(sent -> sent.getBytes(StandardCharsets.UTF_8))
                .filter(sent -> MessageDigest.isEqual(expected, sent))
                .isPresent();
    }

    private Answer answer(String command, String body) {
        Function<String, String> known = commands.get(command);
        if (known == null) {
            return Answer.notFound();
        }
        try {
            return Answer.of(200, "text/plain", known.apply(body));
        } catch (RuntimeException failed) {
            return Answer.of(500, "text/plain", failed.toString());
        }
    }
}
