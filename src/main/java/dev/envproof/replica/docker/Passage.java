package dev.envproof.replica.docker;

import dev.envproof.environment.Environment;
import dev.envproof.environment.Variables;
import dev.envproof.replica.embedded.Shape;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Lets one environment's gateway reach a sibling's database while a fault gives it that database's URL: in life such a
 * URL works, and here each database is on a network of its own.
 */
final class Passage {
    private final DockerRun run;
    private final String environment;
    private final Set<String> open = new HashSet<>();

    Passage(DockerRun run, String environment) {
        this.run = run;
        this.environment = environment;
    }

    synchronized void open(String container, Shape inside) {
        Set<String> wanted = new HashSet<>();
        for (Environment sibling : inside.system().environments()) {
            if (!sibling.name().equals(environment) && leadsTo(sibling.name(), inside)) {
                wanted.add(DockerRun.environment(sibling.name()));
            }
        }
        for (String network : Set.copyOf(open)) {
            if (!wanted.contains(network)) {
                run.engine().disconnect(run.networks().id(network), container);
                open.remove(network);
            }
        }
        for (String network : wanted) {
            if (open.add(network)) {
                run.engine().connect(run.networks().id(network), container, List.of());
            }
        }
    }

    private boolean leadsTo(String sibling, Shape inside) {
        Environment own = inside.system().environment(environment).orElseThrow();
        Variables variables = inside.variables(own.edge());
        return own.stores().stream()
                .flatMap(store -> store.urlIn(variables).stream())
                .anyMatch(url -> PostgresContainer.isAt(url, sibling));
    }
}
