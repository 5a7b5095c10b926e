package dev.envproof.rule.routing;

import dev.envproof.environment.Environment;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.fault.Fault;
import dev.envproof.probe.Reply;
import dev.envproof.probe.Reply.Answer;
import dev.envproof.probe.Reply.NoAnswer;
import dev.envproof.probe.routing.AnonymousProbe;
import dev.envproof.probe.routing.AnonymousProbe.Asked;
import dev.envproof.rule.Card;
import dev.envproof.rule.Need;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Severity;
import dev.envproof.rule.Verdict;

/** Nobody without the access key gets an answer of a service. */
@Card(
        id = "routing/anonymous-callers-are-refused",
        says = "nobody without its access key gets an answer of its services",
        severity = Severity.HIGH,
        because =
                "an environment that is not meant for the public is found by scanners, and is less guarded than production",
        remedy = "ask for the key, or for a sign-in, before any service; or let only the VPN's addresses in",
        requires = {Need.OWN_ACCESS, Need.HEALTH},
        trippedBy = Fault.ROUTING_OPEN_TO_ANYONE,
        verifies = "EA-13")
public final class AnonymousCallersAreRefused implements Rule.OfEnvironment<AnonymousProbe.Seen> {
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;

    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, AnonymousProbe.Seen seen) {
        return Verdict.all(
                seen.paths().stream().map(AnonymousCallersAreRefused::judge).toList());
    }

    private static Verdict judge(Asked asked) {
        if (!(asked.withKey() instanceof Answer admitted) || admitted.status() / 100 != 2) {
            return Verdict.inconclusive(
                    asked.path() + ": the key opens nothing there: " + text(asked.withKey()),
                    asked.withKey().exchange());
        }
        return isRefusal(asked.anonymous())
                ? Verdict.held(
                        asked.path() + ": " + text(asked.anonymous()),
                        asked.anonymous().exchange())
                : isAnswer(asked.anonymous())
                        ? Verdict.broken(
                                "a refusal without the key",
                                asked.path() + " answers " + text(asked.anonymous()),
                                asked.anonymous().exchange())
                        : Verdict.inconclusive(
                                asked.path() + ": " + text(asked.anonymous()),
                                asked.anonymous().exchange());
    }

    /** Who lets nobody in does not answer at all; whoever sends elsewhere to sign in gives no answer of the service. */
    private static boolean isRefusal(Reply reply) {
        return reply instanceof NoAnswer
                || (reply instanceof Answer answer
                        && (answer.status() == UNAUTHORIZED
                                || answer.status() == FORBIDDEN
                                || answer.status() / 100 == 3));
    }

    private static boolean isAnswer(Reply reply) {
        return reply instanceof Answer answer && answer.status() / 100 == 2;
    }

    private static String text(Reply reply) {
        return reply instanceof Answer answer ? "status " + answer.status() : "no answer";
    }
}
