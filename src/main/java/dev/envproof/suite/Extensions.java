package dev.envproof.suite;

import dev.envproof.probe.Probe;
import dev.envproof.rule.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Every rule and probe: the built-in ones, and those that another project names in its files
 * {@code META-INF/services/dev.envproof.rule.Rule} and {@code META-INF/services/dev.envproof.probe.Probe}.
 */
record Extensions(List<Rule<?>> rules, List<Probe<?>> probes) {
    private static final String ACCEPTED =
            "; accepted: a line with the name of a public class that has a public constructor without parameters";
    private static final AtomicReference<Optional<Extensions>> OF_CLASS_PATH = new AtomicReference<>(Optional.empty());

    Extensions {
        rules = List.copyOf(rules);
        probes = List.copyOf(probes);
    }

    /** Those of the class path, found once. */
    static Extensions all() {
        return OF_CLASS_PATH
                .updateAndGet(found -> found.or(() -> Optional.of(of(Extensions.class.getClassLoader()))))
                .orElseThrow();
    }

    /** @throws BadExtension with everything that is wrong with the added classes */
    static Extensions of(ClassLoader loader) {
        List<Rule<?>> rules = new ArrayList<>(Rules.builtIn());
        List<Probe<?>> probes = new ArrayList<>(Probes.builtIn());
        try {
            for (Probe<?> probe : ServiceLoader.load(Probe.class, loader)) {
                probes.add(probe);
            }
            for (Rule<?> rule : ServiceLoader.load(Rule.class, loader)) {
                rules.add(rule);
            }
        } catch (ServiceConfigurationError broken) {
            throw new BadExtension("META-INF/services/" + broken.getMessage() + because(broken) + ACCEPTED);
        }
        new ExtensionCheck(rules, probes).refuse();
        return new Extensions(rules, probes);
    }

    private static String because(ServiceConfigurationError broken) {
        return broken.getCause() == null ? "" : " (" + broken.getCause() + ")";
    }
}
