package dev.envproof.replica.embedded;

import dev.envproof.environment.SecretPolicy.DefaultSecrets;
import dev.envproof.environment.Variables;
import dev.envproof.fault.Fault;
import java.util.List;
import java.util.Optional;

/** What a service looks at before it serves: it does not start with a default secret. */
final class StartUpCheck {
    private static final List<String> DEFAULTS = List.of("changethis", "development", "your_");

    private StartUpCheck() {}

    /** Why the service behind an edge does not serve; empty where it does. */
    static Optional<Answer> refusal(Shape shape, String edge, String service) {
        Variables variables = shape.variables(edge);
        return shape.system().environments().stream()
                .filter(environment -> environment.edge().equals(edge))
                .filter(environment ->
                        !environment.name().equals("staging") || !shape.shows(Fault.SECRETS_DEFAULT_STARTS))
                .flatMap(environment -> environment.secretPolicy().defaultSecrets().stream())
                .filter(declared -> declared.refusedBy().contains(service))
                .flatMap(declared -> defaults(declared, variables).stream())
                .map(variable -> Answer.error(503, "did not start: " + variable + " is a default"))
                .findFirst();
    }

    private static List<String> defaults(DefaultSecrets declared, Variables variables) {
        return declared.of().stream()
                .filter(variable -> variables
                        .value(variable)
                        .filter(value -> DEFAULTS.stream().anyMatch(value::contains))
                        .isPresent())
                .toList();
    }
}
