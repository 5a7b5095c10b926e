package dev.envproof.fault;

import java.util.Map;

/** A healthy state of public hosts and ports that resembles a fault. */
public enum AddressLookAlike implements Harmless {
    ROUTING_SAME_PORT_ON_ANOTHER_HOST(
            ReferenceSystem.EVENT_API,
            Fault.ROUTING_ADDRESSES_COLLIDE,
            "staging has production's port numbers on a host of its own",
            Map.of(
                    "staging.public-urls.api", "http://staging.events.example:3000",
                    "staging.public-urls.live", "http://staging.events.example:4000",
                    "staging.public-urls.web", "http://staging.events.example:8080")),
    ROUTING_STORE_PORT_AS_DECLARED(
            ReferenceSystem.EXAM_PLATFORM,
            Fault.ROUTING_STORE_PORT_OPEN,
            "staging's host opens the database's port to others, as its file declares",
            Map.of("staging.closed-ports", "[6379, 9200]"));

    private final ReferenceSystem system;
    private final Fault resembles;
    private final String says;
    private final Map<String, String> overlay;

    AddressLookAlike(ReferenceSystem system, Fault resembles, String says, Map<String, String> overlay) {
        this.system = system;
        this.resembles = resembles;
        this.says = says;
        this.overlay = overlay;
    }

    @Override
    public String id() {
        return Deviation.id(this);
    }

    @Override
    public ReferenceSystem system() {
        return system;
    }

    @Override
    public Fault resembles() {
        return resembles;
    }

    @Override
    public String says() {
        return says;
    }

    @Override
    public Map<String, String> overlay() {
        return overlay;
    }
}
