package dev.envproof.probe;

import dev.envproof.environment.RoutingHeader;
import dev.envproof.environment.Target;
import java.util.Optional;

/** Makes a request one for a certain environment: its routing header, and the key that lets a caller choose it. */
public final class Addressed {
    private Addressed() {}

    public static Ask to(Target target, Ask ask) {
        Ask routed = target.system()
                .routingHeader()
                .map(header -> ask.with(header.name(), target.environment().name()))
                .orElse(ask);
        return target.environment()
                .access()
                .flatMap(access ->
                        target.variables().value(access.variable()).map(key -> routed.with(access.header(), key)))
                .orElse(routed);
    }

    /** Why an answer can't be taken for one of the environment that was asked; empty where it can. */
    public static Optional<String> doubt(Target target, Reply reply) {
        if (reply instanceof Reply.NoAnswer none) {
            return Optional.of("no answer: " + none.stage() + ": " + none.why());
        }
        Reply.Answer answer = (Reply.Answer) reply;
        return target.system()
                .routingHeader()
                .flatMap(header -> header.answeredBy().flatMap(name -> doubt(target, name, answer.first(name))));
    }

    /** Whether an answer says which environment gave it. */
    public static boolean namesItsEnvironment(Target target, Reply.Answer answer) {
        return target.system()
                .routingHeader()
                .flatMap(RoutingHeader::answeredBy)
                .flatMap(answer::first)
                .isPresent();
    }

    private static Optional<String> doubt(Target target, String name, Optional<String> used) {
        if (used.isEmpty()) {
            return Optional.of("the answer has no " + name + ", so it may not be the service's");
        }
        return target.environment().goesBy(used.get())
                ? Optional.empty()
                : Optional.of("another environment answered, says " + name + "; see the family routing");
    }
}
