package dev.envproof.environment;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * In what the environments of a system may differ; whatever else differs is drift.
 *
 * @param of the environments that are compared
 * @param isClosed whether a deployment may be given no variable that the files do not name
 * @param toldBy where a service tells the settings that are in force
 */
public record Parity(
        Set<String> of, boolean isClosed, List<ContractVariable> variables, Optional<ToldBy> toldBy, Build build) {

    public Parity {
        of = Set.copyOf(of);
        variables = List.copyOf(variables);
    }

    /** How a property of two environments must compare. */
    public enum Comparison {
        EQUAL,
        MUST_DIFFER,
        /** No smaller in an environment that comes later in {@code promotion}. */
        ORDERED,
        EXEMPT
    }

    /**
     * A page of a service that tells settings as JSON.
     *
     * @param path relative to the service's route
     * @param values variable to JSON pointer
     */
    public record ToldBy(String service, String path, Map<String, String> values) {
        public ToldBy {
            values = Map.copyOf(values);
        }
    }

    /**
     * What is declared of the builds that health names.
     *
     * @param isEqual whether the compared environments run one build
     * @param digest pointer to the image's digest in health, which counts instead of the name where it is told
     * @param named the form of a build's name, by environment
     * @param version the build that is meant to run, by environment
     * @param rollingFrom the build that may still answer while another is rolled out, by environment
     */
    public record Build(
            boolean isEqual,
            Optional<String> digest,
            Map<String, BuildName> named,
            Map<String, String> version,
            Map<String, String> rollingFrom) {
        public static final Build UNDECLARED = new Build(false, Optional.empty(), Map.of(), Map.of(), Map.of());

        public Build {
            named = Map.copyOf(named);
            version = Map.copyOf(version);
            rollingFrom = Map.copyOf(rollingFrom);
        }
    }
}
