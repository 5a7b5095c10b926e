package dev.envproof.probe.health;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.envproof.environment.Health;
import dev.envproof.environment.Target;
import dev.envproof.evidence.VisibleText;
import dev.envproof.probe.Addressed;
import dev.envproof.probe.Ask;
import dev.envproof.probe.Lookout;
import dev.envproof.probe.Reply;
import dev.envproof.probe.health.Poll.Answered;
import dev.envproof.probe.health.Poll.SentAway;
import dev.envproof.probe.health.Poll.Silent;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** Asks for health as the environment's user would; follows one redirect, and only to the very same resource. */
record HealthQuestion(Target target, Lookout lookout, Health declared) {
    /** A body that says two things says nothing. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private static final int HOPS = 3;
    private static final int TOO_MANY = 429;
    private static final Set<Integer> SIGN_IN = Set.of(401, 403, 407);
    private static final int LONGEST = 100;
    private static final Duration TO_TURN_RED = Duration.ofSeconds(2);
    private static final Duration TO_RECOVER = Duration.ofSeconds(10);
    private static final Duration APART = Duration.ofMillis(50);

    Reply reply(URI address) {
        return lookout.wire().send(Addressed.to(target, Ask.get(address)));
    }

    Poll poll(Entrance entrance) {
        URI address = entrance.at(declared.path());
        return poll(address, reply(address));
    }

    /** The first poll that is not healthy, else the last one within the bound. */
    Poll untilUnhealthy(Entrance entrance) {
        return until(entrance, poll -> !isHealthy(poll), TO_TURN_RED);
    }

    /** The first healthy poll, else the last one within the bound. */
    Poll untilHealthy(Entrance entrance) {
        return until(entrance, this::isHealthy, TO_RECOVER);
    }

    boolean isHealthy(Poll poll) {
        return poll instanceof Answered answer && answer.isHealthyBy(declared);
    }

    private Poll until(Entrance entrance, Predicate<Poll> wanted, Duration bound) {
        AtomicReference<Poll> last = new AtomicReference<>(poll(entrance));
        if (wanted.test(last.get())) {
            return last.get();
        }
        try {
            Awaitility.await()
                    .pollDelay(APART)
                    .pollInterval(APART)
                    .atMost(bound)
                    .until(() -> wanted.test(last.updateAndGet(earlier -> poll(entrance))));
            return last.get();
        } catch (ConditionTimeoutException neverWanted) {
            return last.get();
        }
    }

    Poll poll(URI address, Reply first) {
        Reply reply = followed(address, first);
        if (reply instanceof Reply.NoAnswer none) {
            return new Silent(none.stage(), none.why(), none.exchange());
        }
        Reply.Answer answer = (Reply.Answer) reply;
        if (answer.status() == TOO_MANY) {
            String until = answer.first("Retry-After")
                    .map(time -> ", Retry-After " + time)
                    .orElse("");
            return new Silent(Reply.Stage.REQUEST, text("throttled with the status 429" + until), answer.exchange());
        }
        if (answer.status() >= 300 && answer.status() < 400) {
            return new SentAway(
                    answer.status(), "sent to " + text(answer.first("Location").orElse("nowhere")), answer.exchange());
        }
        return SIGN_IN.contains(answer.status())
                ? new SentAway(answer.status(), "told to sign in", answer.exchange())
                : answered(answer);
    }

    private Reply followed(URI address, Reply first) {
        URI asked = address;
        Reply reply = first;
        for (int hop = 0; hop < HOPS; hop++) {
            Optional<URI> next = SameResource.redirect(asked, reply);
            if (next.isEmpty()) {
                return reply;
            }
            asked = next.get();
            reply = reply(asked);
        }
        return reply;
    }

    /** The environment that the service's identity claims to the same kind of request. */
    Optional<String> claimedEnvironment(Entrance entrance) {
        return target.system()
                .identity()
                .flatMap(identity -> reply(entrance.at(identity.path())) instanceof Reply.Answer answer
                        ? value(parsed(answer.body()).at(identity.environment()))
                        : Optional.empty());
    }

    /** Whether the service still reaches a store, whichever it may be, as its identity proves. */
    boolean reaches(Entrance entrance, String store) {
        return target.system()
                .identity()
                .flatMap(identity -> Optional.ofNullable(identity.stores().get(store))
                        .filter(pointer -> reply(entrance.at(identity.path())) instanceof Reply.Answer answer
                                && answer.status() == 200
                                && value(parsed(answer.body()).at(pointer)).isPresent()))
                .isPresent();
    }

    private Answered answered(Reply.Answer answer) {
        JsonNode body = parsed(answer.body());
        Map<String, String> checks = new HashMap<>();
        Checks.in(body.at(declared.checks())).forEach((name, state) -> checks.put(text(name), text(state)));
        return new Answered(
                answer.status(),
                value(body.at(declared.status())),
                checks,
                value(body.at(declared.environment())),
                answer.exchange());
    }

    private static JsonNode parsed(String body) {
        try {
            return JSON.readTree(body.startsWith("\ufeff") ? body.substring(1) : body);
        } catch (JsonProcessingException noJson) {
            return MissingNode.getInstance();
        }
    }

    private Optional<String> value(JsonNode node) {
        return node.isValueNode() && !node.isNull() && !node.asText().isBlank()
                ? Optional.of(text(node))
                : Optional.empty();
    }

    private String text(JsonNode node) {
        return text(node.isValueNode() ? node.asText() : node.toString());
    }

    private String text(String untrusted) {
        return VisibleText.of(lookout.redaction().redact(untrusted, LONGEST));
    }
}
