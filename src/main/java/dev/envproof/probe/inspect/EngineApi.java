package dev.envproof.probe.inspect;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.envproof.evidence.Redaction;
import dev.envproof.probe.Ask;
import dev.envproof.probe.Caps;
import dev.envproof.probe.Reply;
import dev.envproof.probe.Reply.Stage;
import dev.envproof.probe.SocketWire;
import dev.envproof.probe.Wire;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** The Docker engine's API, as far as it is read: one deadline around all requests, no answer longer than the cap. */
final class EngineApi {
    private static final Caps CAPS = new Caps(100, 32 * 1024, 16 * 1024 * 1024, 5);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final EngineAddress address;
    private final Wire wire;
    private final long end;

    EngineApi(EngineAddress address, Redaction redaction, Duration patience) {
        this.address = address;
        this.wire = address.socket()
                .<Wire>map(socket -> SocketWire.to(socket, redaction, CAPS))
                .orElseGet(() -> new SocketWire(redaction, CAPS));
        this.end = System.nanoTime() + patience.toNanos();
    }

    /** @throws EngineFailure with the stage that failed; nothing that the engine answers is quoted */
    JsonNode get(String path) {
        return find(path).orElseThrow(() -> answered(404, path));
    }

    /** Empty for what is gone: containers and images come and go while one looks. */
    Optional<JsonNode> find(String path) {
        Duration left = Duration.ofNanos(Math.max(1_000_000, end - System.nanoTime()));
        Reply reply = wire.send(Ask.get(URI.create(address.http() + path)).within(left));
        if (reply instanceof Reply.NoAnswer none) {
            throw new EngineFailure(said(none));
        }
        Reply.Answer answer = (Reply.Answer) reply;
        if (answer.status() == 404) {
            return Optional.empty();
        }
        if (answer.status() != 200) {
            throw answered(answer.status(), path);
        }
        if (answer.cut()) {
            throw new EngineFailure("body: the engine's answer to " + path + " is longer than " + CAPS.bodyBytes());
        }
        return Optional.of(parsed(path, answer.body()));
    }

    private EngineFailure answered(int status, String path) {
        return new EngineFailure("headers: the engine at " + address + " answers " + status + " to " + path);
    }

    private static JsonNode parsed(String path, String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException notJson) {
            throw new EngineFailure("parse: the engine's answer to " + path + " is not JSON");
        }
    }

    private String said(Reply.NoAnswer none) {
        String stage = none.stage().name().toLowerCase(Locale.ROOT) + ": ";
        if (none.stage() == Stage.CONNECT
                && address.socket().filter(EngineApi::isClosedToThisUser).isPresent()) {
            return stage + "no permission on " + address
                    + "; let this user into the group that owns the socket, or name another engine in DOCKER_HOST";
        }
        return stage + "the Docker engine at " + address + " does not answer (" + none.why() + ")";
    }

    private static boolean isClosedToThisUser(Path socket) {
        return Files.exists(socket) && !Files.isWritable(socket);
    }
}
