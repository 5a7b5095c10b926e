package dev.envproof.probe;

import dev.envproof.environment.Target;
import dev.envproof.evidence.Redaction;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What all probes of one run share.
 *
 * @param wire the client that observes
 * @param redaction hides every secret that this run knows of
 * @param fingerprints compares secrets without keeping them; its key lives only as long as the run
 * @param siblings targets of all environments of this run, in the order of the system's files
 * @param identities direct looks at the stores, each made once
 * @param planted the canaries that were written in this run
 * @param budget the longest time one probe may take
 */
public record Lookout(
        Wire wire,
        Redaction redaction,
        Fingerprints fingerprints,
        List<Target> siblings,
        StoreIdentities identities,
        Planted planted,
        Duration budget) {
    public Lookout {
        siblings = List.copyOf(siblings);
    }

    /** For a look of its own, with no canary planted. */
    public static Lookout over(List<Target> targets, Redaction redaction, Duration budget) {
        return new Lookout(
                SocketWire.to(targets, redaction),
                redaction,
                new Fingerprints(),
                targets,
                new Planted(List.of()),
                budget);
    }

    /** Hides every secret of these targets. */
    public static Redaction hiding(List<Target> targets) {
        Map<String, String> secrets = new TreeMap<>();
        targets.forEach(target -> secrets.putAll(target.secrets()));
        return Redaction.ofVariables(secrets);
    }

    /** The same lookout once canaries are planted. */
    public Lookout with(Planted canaries) {
        return new Lookout(wire, redaction, fingerprints, siblings, identities, canaries, budget);
    }

    public Lookout(
            Wire wire,
            Redaction redaction,
            Fingerprints fingerprints,
            List<Target> siblings,
            Planted planted,
            Duration budget) {
        this(wire, redaction, fingerprints, siblings, new StoreIdentities(), planted, budget);
    }
}
