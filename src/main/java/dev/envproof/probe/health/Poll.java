package dev.envproof.probe.health;

import dev.envproof.environment.Health;
import dev.envproof.evidence.Exchange;
import dev.envproof.probe.Reply.Stage;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What came of asking once for health. */
public sealed interface Poll {
    Exchange exchange();

    /** The poll in a few words for a report. */
    String says();

    /** No usable answer. */
    record Silent(Stage stage, String why, Exchange exchange) implements Poll {
        @Override
        public String says() {
            return "no answer: " + stage + ": " + why;
        }
    }

    /** Sent to another resource, or told to sign in first. */
    record SentAway(int status, String where, Exchange exchange) implements Poll {
        @Override
        public String says() {
            return "status " + status + ", " + where;
        }
    }

    /**
     * A final answer at health's own path.
     *
     * @param state what stands at the declared pointer; empty where the body has nothing there
     * @param checks store name to state, as far as the body names them
     * @param environment the environment's name as the body gives it
     */
    record Answered(
            int status,
            Optional<String> state,
            Map<String, String> checks,
            Optional<String> environment,
            Exchange exchange)
            implements Poll {
        public Answered {
            checks = Map.copyOf(checks);
        }

        /** Whether status, state and every check have values that the system declares as healthy. */
        public boolean isHealthyBy(Health declared) {
            return isSuccess()
                    && state.filter(declared::isHealthy).isPresent()
                    && checks.values().stream()
                            .allMatch(check -> declared.isHealthy(check) || declared.isOptional(check));
        }

        public boolean isSuccess() {
            return status >= 200 && status < 300;
        }

        @Override
        public String says() {
            String parts = checks.entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .map(check -> ", " + check.getKey() + " " + check.getValue())
                    .collect(Collectors.joining());
            return "status " + status + ", "
                    + state.map(told -> "health " + told).orElse("no health in the body") + parts;
        }
    }
}
