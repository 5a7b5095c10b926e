package dev.envproof.fault;

import java.util.Map;

/** A healthy state that resembles a fault; every rule must stay green over it. */
public enum LookAlike implements Deviation {
    HEALTH_OPTIONAL_PART_DISABLED(
            "health/optional-part-disabled",
            Fault.HEALTH_UNHEALTHY_BODY,
            "an optional part reports `disabled`",
            Map.of()),
    ROUTING_UNKNOWN_VALUE_REFUSED(
            "routing/unknown-value-refused",
            Fault.ROUTING_UNKNOWN_VALUE_ELSEWHERE,
            "unknown values get a 400, as declared",
            Map.of("system.routing-header.unknown-value", "refused"));

    private final String id;
    private final Fault resembles;
    private final String says;
    private final Map<String, String> overlay;

    /**
     * @param overlay what the files declare differently: {@code <file>.<key>.<key>} to a YAML value, where the file is
     *     {@code system} or an environment's name
     */
    LookAlike(String id, Fault resembles, String says, Map<String, String> overlay) {
        this.id = id;
        this.resembles = resembles;
        this.says = says;
        this.overlay = Map.copyOf(overlay);
    }

    @Override
    public String id() {
        return id;
    }

    /** The fault that it must not be taken for. */
    public Fault resembles() {
        return resembles;
    }

    @Override
    public String says() {
        return says;
    }

    public Map<String, String> overlay() {
        return overlay;
    }
}
