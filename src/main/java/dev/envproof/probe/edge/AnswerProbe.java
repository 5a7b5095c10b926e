package dev.envproof.probe.edge;

import dev.envproof.environment.Health;
import dev.envproof.environment.Target;
import dev.envproof.probe.Addressed;
import dev.envproof.probe.Ask;
import dev.envproof.probe.Lookout;
import dev.envproof.probe.Probe;
import dev.envproof.probe.Reply;
import dev.envproof.probe.Volley;
import dev.envproof.probe.edge.EdgeAnswer.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Takes answers of every kind at each https address, for the headers that every one of them must have. */
public final class AnswerProbe implements Probe<AnswerProbe.Seen> {
    private static final int AT_ONCE = 4;

    /** One answer per public address that speaks https, and kind. */
    public record Seen(List<EdgeAnswer> answers) implements dev.envproof.probe.Seen {
        public Seen {
            answers = List.copyOf(answers);
        }
    }

    @Override
    public Class<Seen> sees() {
        return Seen.class;
    }

    @Override
    public Seen look(Target target, Lookout lookout) {
        String nowhere = UUID.randomUUID().toString();
        List<EdgeAnswer.Question> questions = new ArrayList<>();
        for (PublicAddress door : PublicAddress.https(target)) {
            String page = target.system().pages().getOrDefault(door.service(), "/");
            questions.add(new EdgeAnswer.Question(door, Kind.FRONT, door.url().resolve(page)));
            target.system()
                    .health()
                    .map(Health::path)
                    .map(path -> new EdgeAnswer.Question(
                            door, Kind.HEALTH, door.url().resolve(path)))
                    .ifPresent(questions::add);
            questions.add(new EdgeAnswer.Question(door, Kind.NOWHERE, door.url().resolve(nowhere)));
            questions.add(new EdgeAnswer.Question(door, Kind.PLAIN, door.plain()));
        }
        Volley volley = new Volley(
                lookout.wire(), AT_ONCE, lookout.budget().multipliedBy(3).dividedBy(4));
        List<Reply> replies = volley.send(
                questions.stream().map(question -> ask(target, question)).toList());
        List<EdgeAnswer> answers = new ArrayList<>();
        for (int index = 0; index < questions.size(); index++) {
            EdgeAnswer.Question question = questions.get(index);
            answers.add(new EdgeAnswer(question.door(), question.kind(), question.address(), replies.get(index)));
        }
        return new Seen(answers);
    }

    /** No key goes over a line that everyone can read. */
    private static Ask ask(Target target, EdgeAnswer.Question question) {
        Ask ask = Ask.get(question.address()).within(PublicAddress.DEADLINE);
        return question.kind() == Kind.PLAIN ? ask : Addressed.to(target, ask);
    }
}
