package dev.envproof.suite;

import dev.envproof.rule.Rule;
import dev.envproof.rule.routing.AnswerHeaderTellsTheTruth;
import dev.envproof.rule.routing.CallsKeepTheEnvironment;
import dev.envproof.rule.routing.DuplicateLinesGetOneAnswer;
import dev.envproof.rule.routing.EveryServiceFollowsTheHeader;
import dev.envproof.rule.routing.EveryValueIsKnownAtEveryEdge;
import dev.envproof.rule.routing.HeaderReachesItsEnvironment;
import dev.envproof.rule.routing.HeaderlessRequestReachesTheDefault;
import dev.envproof.rule.routing.LetterCaseDoesNotMatter;
import dev.envproof.rule.routing.OnlyTheDeclaredHeaderChooses;
import dev.envproof.rule.routing.SharedEdgeAsksForAccess;
import dev.envproof.rule.routing.StatelessServiceAnswersAlike;
import dev.envproof.rule.routing.UnknownValueGetsTheDeclaredAnswer;
import java.util.List;

/** Every rule; a new one is one more line here. */
public final class Rules {
    private Rules() {}

    public static List<Rule<?>> all() {
        return List.of(
                new AnswerHeaderTellsTheTruth(),
                new CallsKeepTheEnvironment(),
                new DuplicateLinesGetOneAnswer(),
                new EveryServiceFollowsTheHeader(),
                new EveryValueIsKnownAtEveryEdge(),
                new HeaderReachesItsEnvironment(),
                new HeaderlessRequestReachesTheDefault(),
                new LetterCaseDoesNotMatter(),
                new OnlyTheDeclaredHeaderChooses(),
                new SharedEdgeAsksForAccess(),
                new StatelessServiceAnswersAlike(),
                new UnknownValueGetsTheDeclaredAnswer());
    }
}
