package dev.envproof.probe;

import dev.envproof.environment.SystemUnderTest.CanaryPath;
import dev.envproof.environment.Target;
import dev.envproof.evidence.Redaction;
import dev.envproof.probe.CanaryLedger.Entry;
import dev.envproof.probe.Reply.Answer;
import dev.envproof.probe.Reply.NoAnswer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Removes canaries through the API that wrote them. */
final class CanaryRemoval {
    private final List<Target> targets;
    private final Redaction redaction;
    private final Duration deadline;

    CanaryRemoval(List<Target> targets, Redaction redaction, Duration deadline) {
        this.targets = List.copyOf(targets);
        this.redaction = redaction;
        this.deadline = deadline;
    }

    /** Whether one of this run's targets is where the canary was written. */
    boolean reaches(Entry entry) {
        return path(entry).isPresent();
    }

    /** Empty where the canary is gone, else a sentence that says where it stayed and why. */
    Optional<String> remove(Entry entry) {
        Optional<Target> target = target(entry);
        Optional<CanaryPath> path = path(entry);
        if (target.isEmpty() || path.isEmpty()) {
            return Optional.of(stayed(entry, "this run does not reach it"));
        }
        Reply reply =
                new Journey(target.get(), redaction, deadline).send("DELETE", path.get(), entry.id(), Optional.empty());
        return trouble(reply).map(why -> stayed(entry, why));
    }

    private Optional<Target> target(Entry entry) {
        return targets.stream()
                .filter(candidate ->
                        Entry.of(candidate, entry.path(), entry.id()).equals(entry))
                .findFirst();
    }

    private Optional<CanaryPath> path(Entry entry) {
        return target(entry)
                .flatMap(found -> found.system().canaries().stream()
                        .filter(candidate -> candidate.name().equals(entry.path()))
                        .findFirst());
    }

    private static Optional<String> trouble(Reply reply) {
        if (reply instanceof Answer answer) {
            boolean gone = answer.status() / 100 == 2 || answer.status() == 404 || answer.status() == 410;
            return gone ? Optional.empty() : Optional.of("DELETE answered " + answer.status());
        }
        return Optional.of("DELETE failed at " + ((NoAnswer) reply).stage());
    }

    private static String stayed(Entry entry, String why) {
        return "canary " + entry.id() + " stayed in " + entry.environment() + " (" + entry.path() + " at "
                + entry.edge() + "): " + why;
    }
}
