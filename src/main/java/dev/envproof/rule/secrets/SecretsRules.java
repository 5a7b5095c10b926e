package dev.envproof.rule.secrets;

import dev.envproof.rule.Rule;
import java.util.List;

/** Every rule of the family {@code secrets}; a new one is one more line here. */
public final class SecretsRules {
    private SecretsRules() {}

    public static List<Rule<?>> all() {
        return List.of(
                new ContainersRunWithTheDeclaredValues(),
                new DefaultSecretsAreRefused(),
                new ForgedTokensAreRefused(),
                new KeysAreInForce(),
                new KeysAreRotated(),
                new KeysBelongToTheirProject(),
                new KeysHaveTheirRole(),
                new NoEnvFileIsServed(),
                new NoPlaceholderIsDeployed(),
                new NoPublishedDefaultIsDeployed(),
                new OneSecretServesOneRole(),
                new OwnTokensAreAccepted(),
                new SecretsAreLongEnough(),
                new SecretsAreNotEmpty(),
                new SecretsAreNotPatterned(),
                new SecretsAreSet(),
                new SecretsDifferBetweenEnvironments(),
                new TemplatesAreResolved(),
                new TokensStayInTheirEnvironment(),
                new UrlPartsAgree(),
                new ValuesCarryNoResidue());
    }
}
