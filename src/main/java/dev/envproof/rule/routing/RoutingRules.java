package dev.envproof.rule.routing;

import dev.envproof.rule.Rule;
import java.util.List;

/** Every rule of the family {@code routing}; a new one is one more line here. */
public final class RoutingRules {
    private RoutingRules() {}

    public static List<Rule<?>> all() {
        return List.of(
                new AnonymousCallersAreRefused(),
                new AnswerHeaderTellsTheTruth(),
                new BadDefaultLeadsToTheDeclaredDefault(),
                new CallsKeepTheEnvironment(),
                new ConcurrentRequestsStayApart(),
                new DefaultEnvironmentIsSet(),
                new DuplicateLinesGetOneAnswer(),
                new EveryLocationForwardsTheHeader(),
                new EveryServiceFollowsTheHeader(),
                new EveryValueIsKnownAtEveryEdge(),
                new ForwardedHeadersArrive(),
                new InfrastructurePortsAreClosed(),
                new PublicAddressesDoNotCollide(),
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
