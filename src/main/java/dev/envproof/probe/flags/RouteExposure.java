package dev.envproof.probe.flags;

import dev.envproof.probe.Likeness;
import dev.envproof.probe.Reply;
import dev.envproof.probe.Reply.Answer;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What one route of an environment lets a caller see.
 *
 * @param doubt why the route's answers may not be the environment's: no plain request reached it
 * @param plain answers to requests that a user would send
 * @param nowhere the answer to a path that nobody can know
 * @param doors answers at the declared paths of debugging and documentation
 * @param errors answers to requests that no service can serve
 */
public record RouteExposure(
        String path, Optional<String> doubt, List<Reply> plain, Reply nowhere, List<Door> doors, List<Reply> errors) {
    public RouteExposure {
        plain = List.copyOf(plain);
        doors = List.copyOf(doors);
        errors = List.copyOf(errors);
    }

    /** A path that an environment declares as open or closed, and what it answered. */
    public record Door(Kind kind, String path, Reply reply, Optional<String> doubt) {}

    /** What stands behind a door. */
    public enum Kind {
        DEBUGGING,
        DOCUMENTATION
    }

    public List<Door> doors(Kind kind) {
        return doors.stream().filter(door -> door.kind() == kind).toList();
    }

    /** Whether a door answers with content of its own, and not with the page that answers everywhere. */
    public boolean isOpen(Door door) {
        return door.reply() instanceof Answer answer
                && answer.status() >= 200
                && answer.status() < 300
                && !(nowhere instanceof Answer page
                        && page.status() == answer.status()
                        && Likeness.between(page.body(), answer.body()) >= Likeness.SAME_PAGE);
    }

    /** Every answer of the route. */
    public Stream<Answer> answers() {
        return Stream.of(plain.stream(), Stream.of(nowhere), doors.stream().map(Door::reply), errors.stream())
                .flatMap(replies -> replies)
                .filter(Answer.class::isInstance)
                .map(Answer.class::cast);
    }
}
