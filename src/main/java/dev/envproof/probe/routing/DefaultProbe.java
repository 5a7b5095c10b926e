package dev.envproof.probe.routing;

import dev.envproof.environment.RoutingHeader;
import dev.envproof.environment.RoutingHeader.DefaultVariable;
import dev.envproof.environment.Target;
import dev.envproof.probe.Lookout;
import dev.envproof.probe.Probe;
import java.util.Optional;

/** Reads the variable that names the default environment. */
public final class DefaultProbe implements Probe<DefaultProbe.Seen> {

    /**
     * @param variable its name
     * @param value its value, which is no secret
     * @param isAllSeen whether this run sees every variable of the deployment, so that a missing one is unset
     */
    public record Seen(String variable, Optional<String> value, boolean isAllSeen) implements dev.envproof.probe.Seen {}

    @Override
    public Class<Seen> sees() {
        return Seen.class;
    }

    @Override
    public Seen look(Target target, Lookout lookout) {
        String name = target.system()
                .routingHeader()
                .flatMap(RoutingHeader::defaultVariable)
                .map(DefaultVariable::name)
                .orElse("");
        return new Seen(name, target.variables().value(name), target.controls().isPresent());
    }
}
