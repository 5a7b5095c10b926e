package dev.envproof.rule.edge;

import dev.envproof.environment.Environment;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.evidence.Exchange;
import dev.envproof.fault.Fault;
import dev.envproof.probe.Reply;
import dev.envproof.probe.Reply.Answer;
import dev.envproof.probe.edge.ConsoleProbe;
import dev.envproof.probe.edge.ConsoleProbe.Knock;
import dev.envproof.rule.Card;
import dev.envproof.rule.Need;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Severity;
import dev.envproof.rule.Verdict;
import java.util.List;

/** Where consoles of well-known products answer, and where the file says that there is one. */
@Card(
        id = "edge/consoles-are-closed",
        says = "no console answers without a login",
        severity = Severity.CRITICAL,
        because = "anyone sees, and often changes, what runs behind the edge",
        remedy =
                "close the console to the public, or put a login before it; declare in `edge-security.open-consoles` what is meant to be open",
        requires = Need.PUBLIC_ADDRESS,
        trippedBy = Fault.EDGE_CONSOLE_OPEN,
        verifies = {"CE-03", "CE-16", "EA-13"})
public final class ConsolesAreClosed implements Rule.OfEnvironment<ConsoleProbe.Seen> {
    private static final int SHOWN = 5;

    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, ConsoleProbe.Seen seen) {
        List<Knock> asked = seen.knocks().stream()
                .filter(knock -> !environment
                        .edgeSecurity()
                        .openConsoles()
                        .contains(knock.address().getPath()))
                .toList();
        List<Verdict> open = asked.stream()
                .filter(knock -> knock.product().isPresent())
                .map(ConsolesAreClosed::open)
                .toList();
        if (!open.isEmpty()) {
            return Verdict.all(open);
        }
        boolean isThere = seen.nowhere().stream().allMatch(Answer.class::isInstance);
        List<Exchange> some = asked.stream()
                .map(knock -> knock.reply().exchange())
                .limit(SHOWN)
                .toList();
        return isThere
                ? new Verdict.Held("none of " + asked.size() + " doors is open", some)
                : new Verdict.Inconclusive(
                        "a public address gave no answer at all",
                        seen.nowhere().stream().map(Reply::exchange).toList());
    }

    private static Verdict open(Knock knock) {
        return Verdict.broken(
                "a refusal, a login, or nothing",
                knock.product().orElse("a console") + " answers at " + knock.address(),
                knock.reply().exchange());
    }
}
