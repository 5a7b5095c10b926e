package dev.envproof.probe.edge;

import dev.envproof.environment.Target;
import dev.envproof.probe.Ask;
import dev.envproof.probe.Likeness;
import dev.envproof.probe.Lookout;
import dev.envproof.probe.Probe;
import dev.envproof.probe.Reply;
import dev.envproof.probe.Reply.Answer;
import dev.envproof.probe.Volley;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Knocks, without any key, where consoles of well-known products answer, and at the addresses that the file names. */
public final class ConsoleProbe implements Probe<ConsoleProbe.Seen> {
    private static final int AT_ONCE = 4;

    /** @param nowhere answers to a path that nobody can know, one per public address */
    public record Seen(List<Knock> knocks, List<Reply> nowhere) implements dev.envproof.probe.Seen {
        public Seen {
            knocks = List.copyOf(knocks);
            nowhere = List.copyOf(nowhere);
        }
    }

    /**
     * A door of a console.
     *
     * @param isDeclared whether the environment's file names the address
     * @param product whose console answers without a login; empty where none does
     */
    public record Knock(URI address, boolean isDeclared, Reply reply, Optional<String> product) {}

    @Override
    public Class<Seen> sees() {
        return Seen.class;
    }

    @Override
    public Seen look(Target target, Lookout lookout) {
        List<PublicAddress> doors = PublicAddress.of(target);
        List<URI> known = doors.stream()
                .flatMap(door -> Console.paths().stream().map(door.url()::resolve))
                .toList();
        List<URI> declared = target.environment().edgeSecurity().consoles().stream()
                .map(URI::create)
                .toList();
        String unknown = UUID.randomUUID().toString();
        List<Ask> asks = new ArrayList<>();
        doors.forEach(door -> asks.add(ask(door.url().resolve(unknown))));
        known.forEach(address -> asks.add(ask(address)));
        declared.forEach(address -> asks.add(ask(address)));
        Volley volley = new Volley(
                lookout.wire(), AT_ONCE, lookout.budget().multipliedBy(3).dividedBy(4));
        List<Reply> replies = volley.send(asks);
        List<Reply> nowhere = replies.subList(0, doors.size());
        List<Knock> knocks = new ArrayList<>();
        for (int index = doors.size(); index < asks.size(); index++) {
            boolean isDeclared = index >= doors.size() + known.size();
            URI address = asks.get(index).address();
            Reply reply = replies.get(index);
            knocks.add(new Knock(address, isDeclared, reply, product(reply, isDeclared, nowhere)));
        }
        return new Seen(knocks, nowhere);
    }

    private static Ask ask(URI address) {
        return Ask.get(address).within(PublicAddress.DEADLINE);
    }

    private static Optional<String> product(Reply reply, boolean isDeclared, List<Reply> nowhere) {
        if (!(reply instanceof Answer answer) || answer.status() / 100 != 2 || isThePageOfEveryPath(answer, nowhere)) {
            return Optional.empty();
        }
        return Console.in(answer.body())
                .or(() -> isDeclared && !Console.asksForALogin(answer.body())
                        ? Optional.of("a console")
                        : Optional.empty());
    }

    private static boolean isThePageOfEveryPath(Answer answer, List<Reply> nowhere) {
        return nowhere.stream()
                .anyMatch(page -> page instanceof Answer other
                        && other.status() == answer.status()
                        && Likeness.between(other.body(), answer.body()) >= Likeness.SAME_PAGE);
    }
}
