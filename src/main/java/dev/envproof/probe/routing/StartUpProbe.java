package dev.envproof.probe.routing;

import dev.envproof.environment.Target;
import dev.envproof.probe.Lookout;
import dev.envproof.probe.Probe;
import java.util.List;

/** Starts one more instance of each service with a variable taken away or spoilt, and asks it for identities. */
public final class StartUpProbe implements Probe<StartUpProbe.Seen> {

    /**
     * @param without instances without the environment's credentials
     * @param badDefaults instances whose default's variable is unset, or names no environment
     */
    public record Seen(List<Bereft> without, List<BadDefault> badDefaults) implements dev.envproof.probe.Seen {
        public Seen {
            without = List.copyOf(without);
            badDefaults = List.copyOf(badDefaults);
        }
    }

    /**
     * @param running the running instance, asked for the environment
     * @param asked the new instance, asked for the environment whose credentials it lacks
     * @param other the new instance, asked for another environment
     */
    public record Bereft(Sighting running, Sighting asked, Sighting other) {}

    /**
     * @param says what was done to the variable
     * @param named the new instance, asked by header for the environment that should be its default
     * @param headerless the new instance, asked without the header
     */
    public record BadDefault(String says, Sighting named, Sighting headerless) {}

    @Override
    public Class<Seen> sees() {
        return Seen.class;
    }

    @Override
    public Seen look(Target target, Lookout lookout) {
        return target.controls()
                .flatMap(controls ->
                        Tracer.of(target, lookout).map(tracer -> new StartUpTrial(target, controls, tracer).run()))
                .orElseGet(() -> new Seen(List.of(), List.of()));
    }
}
