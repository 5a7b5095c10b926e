package dev.envproof.rule.logs;

import dev.envproof.rule.Rule;
import java.util.List;

/** Every rule of the family {@code logs}; a new one is one more line here. */
public final class LogsRules {
    private LogsRules() {}

    public static List<Rule<?>> all() {
        return List.of(
                new CredentialsOfRequestsStayOutOfLogs(),
                new ErrorsNameNoCredentials(),
                new LogLinesNameTheirEnvironment(),
                new NoReversibleFingerprintIsPublished(),
                new NoSecretIsLogged(),
                new OneRequestCannotForgeALine());
    }
}
