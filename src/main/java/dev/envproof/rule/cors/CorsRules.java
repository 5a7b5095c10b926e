package dev.envproof.rule.cors;

import dev.envproof.rule.Rule;
import java.util.List;

/** Every rule of the family {@code cors}; a new one is one more line here. */
public final class CorsRules {
    private CorsRules() {}

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
                new UndeclaredSubdomainIsRefused());
    }
}
