package dev.envproof.probe;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.envproof.environment.Identity;
import dev.envproof.environment.Store;
import dev.envproof.environment.SystemUnderTest.CanaryPath;
import dev.envproof.environment.SystemUnderTest.Route;
import dev.envproof.environment.Target;
import dev.envproof.evidence.Redaction;
import dev.envproof.probe.Reply.Answer;
import dev.envproof.probe.Reply.NoAnswer;
import dev.envproof.probe.store.Server;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Keeps a canary out of a read-only environment: before anything is written, the service that would write tells the
 * identity of its store, and where that is the store of a sibling that allows no canary, nothing is sent.
 */
final class LandingCheck {
    private static final JsonMapper JSON = new JsonMapper();

    private final List<Target> targets;
    private final Redaction redaction;
    private final Duration deadline;

    LandingCheck(List<Target> targets, Redaction redaction, Duration deadline) {
        this.targets = List.copyOf(targets);
        this.redaction = redaction;
        this.deadline = deadline;
    }

    Optional<Reply> refusal(Target target, CanaryPath path) {
        if (isMeantForBoth(target, path)) {
            return Optional.empty();
        }
        Optional<Landing> own = landing(target, path);
        return own.flatMap(here -> targets.stream()
                .filter(sibling -> !sibling.environment().canaries().contains(path.name()))
                .filter(sibling -> landing(sibling, path)
                        .filter(there -> there.identity().equals(here.identity()))
                        .isPresent())
                .filter(sibling -> !areCopies(target, sibling, path.store()))
                .findFirst()
                .map(sibling -> new NoAnswer(
                        Reply.Stage.REQUEST,
                        "not written: " + path.service() + " answers for "
                                + target.environment().name() + " from the " + path.store() + " of "
                                + sibling.environment().name() + ", which is read-only",
                        here.answer().exchange())));
    }

    /** A Redis that is declared as shared is this environment's as much as its siblings'. */
    private static boolean isMeantForBoth(Target target, CanaryPath path) {
        return target.system().store(path.store()).stream()
                .anyMatch(store -> store instanceof Store.Redis redis && redis.isShared());
    }

    /** A restored copy of a database keeps its identifier; only when it was started tells the two apart. */
    private static boolean areCopies(Target one, Target other, String store) {
        Optional<Server> first = Server.of(one, store).known();
        Optional<Server> second = Server.of(other, store).known();
        return first.isPresent() && second.isPresent() && first.get().isCopyOf(second.get());
    }

    private Optional<Landing> landing(Target target, CanaryPath path) {
        Optional<Identity> declared = target.system().identity();
        Optional<Route> route = target.system().routeTo(path.service());
        Optional<String> pointer = declared.flatMap(
                identity -> Optional.ofNullable(identity.stores().get(path.store())));
        if (declared.isEmpty() || route.isEmpty() || pointer.isEmpty()) {
            return Optional.empty();
        }
        Reply reply = new Journey(target, redaction, deadline)
                .send("GET", route.get(), declared.get().path(), Optional.empty());
        return reply instanceof Answer answer && answer.status() == 200
                ? text(answer, pointer.get()).map(identity -> new Landing(identity, answer))
                : Optional.empty();
    }

    private static Optional<String> text(Answer answer, String pointer) {
        try {
            return Optional.of(JSON.readTree(answer.body()).at(pointer).asText(""))
                    .filter(text -> !text.isBlank());
        } catch (JsonProcessingException noJson) {
            return Optional.empty();
        }
    }

    private record Landing(String identity, Answer answer) {}
}
