package dev.envproof.suite;

import dev.envproof.rule.Rule;
import dev.envproof.rule.cors.AnswerVariesByOrigin;
import dev.envproof.rule.cors.CredentialsAreAsDeclared;
import dev.envproof.rule.cors.DeclaredOriginIsAdmitted;
import dev.envproof.rule.cors.DotsAreComparedAsDots;
import dev.envproof.rule.cors.ForeignOriginIsRefused;
import dev.envproof.rule.cors.LocalhostIsRefused;
import dev.envproof.rule.cors.LookalikePrefixIsRefused;
import dev.envproof.rule.cors.LookalikeSuffixIsRefused;
import dev.envproof.rule.cors.NullOriginIsRefused;
import dev.envproof.rule.cors.OddCharactersAreRefused;
import dev.envproof.rule.cors.OneAllowOriginAnswers;
import dev.envproof.rule.cors.OtherPortIsRefused;
import dev.envproof.rule.cors.OtherSchemeIsRefused;
import dev.envproof.rule.cors.PreflightAdmitsWhatTheFrontEndSends;
import dev.envproof.rule.cors.PrivateEndpointIsNotOpenToAll;
import dev.envproof.rule.cors.PrivateNetworkStaysClosed;
import dev.envproof.rule.cors.RealRequestAgreesWithPreflight;
import dev.envproof.rule.cors.SiblingOriginIsRefused;
import dev.envproof.rule.cors.UndeclaredSubdomainIsRefused;
import dev.envproof.rule.routing.AnswerHeaderTellsTheTruth;
import dev.envproof.rule.routing.BadDefaultLeadsToTheDeclaredDefault;
import dev.envproof.rule.routing.CallsKeepTheEnvironment;
import dev.envproof.rule.routing.ConcurrentRequestsStayApart;
import dev.envproof.rule.routing.DefaultEnvironmentIsSet;
import dev.envproof.rule.routing.DuplicateLinesGetOneAnswer;
import dev.envproof.rule.routing.EveryServiceFollowsTheHeader;
import dev.envproof.rule.routing.EveryValueIsKnownAtEveryEdge;
import dev.envproof.rule.routing.ForwardedHeadersArrive;
import dev.envproof.rule.routing.HeaderReachesItsEnvironment;
import dev.envproof.rule.routing.HeaderlessRequestReachesTheDefault;
import dev.envproof.rule.routing.LegacyVariablesNameItsOwnStore;
import dev.envproof.rule.routing.LetterCaseDoesNotMatter;
import dev.envproof.rule.routing.MissingCredentialsFailClosed;
import dev.envproof.rule.routing.OnlyTheDeclaredHeaderChooses;
import dev.envproof.rule.routing.ServiceUrlAndKeyBelongTogether;
import dev.envproof.rule.routing.SharedEdgeAsksForAccess;
import dev.envproof.rule.routing.StatelessServiceAnswersAlike;
import dev.envproof.rule.routing.UnknownValueGetsTheDeclaredAnswer;
import java.util.List;

/** Every rule; a new one is one more line here. */
public final class Rules {
    private Rules() {}

    public static List<Rule<?>> all() {
        return List.of(
                new AnswerVariesByOrigin(),
                new CredentialsAreAsDeclared(),
                new DeclaredOriginIsAdmitted(),
                new DotsAreComparedAsDots(),
                new ForeignOriginIsRefused(),
                new LocalhostIsRefused(),
                new LookalikePrefixIsRefused(),
                new LookalikeSuffixIsRefused(),
                new NullOriginIsRefused(),
                new OddCharactersAreRefused(),
                new OneAllowOriginAnswers(),
                new OtherPortIsRefused(),
                new OtherSchemeIsRefused(),
                new PreflightAdmitsWhatTheFrontEndSends(),
                new PrivateEndpointIsNotOpenToAll(),
                new PrivateNetworkStaysClosed(),
                new RealRequestAgreesWithPreflight(),
                new SiblingOriginIsRefused(),
                new UndeclaredSubdomainIsRefused(),
                new AnswerHeaderTellsTheTruth(),
                new BadDefaultLeadsToTheDeclaredDefault(),
                new CallsKeepTheEnvironment(),
                new ConcurrentRequestsStayApart(),
                new DefaultEnvironmentIsSet(),
                new DuplicateLinesGetOneAnswer(),
                new EveryServiceFollowsTheHeader(),
                new EveryValueIsKnownAtEveryEdge(),
                new ForwardedHeadersArrive(),
                new HeaderReachesItsEnvironment(),
                new HeaderlessRequestReachesTheDefault(),
                new LegacyVariablesNameItsOwnStore(),
                new LetterCaseDoesNotMatter(),
                new MissingCredentialsFailClosed(),
                new OnlyTheDeclaredHeaderChooses(),
                new ServiceUrlAndKeyBelongTogether(),
                new SharedEdgeAsksForAccess(),
                new StatelessServiceAnswersAlike(),
                new UnknownValueGetsTheDeclaredAnswer());
    }
}
