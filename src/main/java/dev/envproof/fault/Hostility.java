package dev.envproof.fault;

import java.util.Optional;

/**
 * A way to answer that means no good, at the health of one service of the environment that has an edge of its own: what
 * needs that endpoint must not hold, in time, and nothing else may notice.
 */
public enum Hostility implements Deviation {
    HOSTILE_SLOW_HEADERS("T1", "a header line comes every 250 ms, without an end"),
    HOSTILE_SLOW_BODY("T2", "a byte of the body comes every 250 ms"),
    HOSTILE_STALLED_BODY("T2", "the body stops half way, and the connection stays open"),
    HOSTILE_ENDLESS_BODY("T3", "the body has no end"),
    HOSTILE_DECOMPRESSION_BOMB("T4", "a small body unpacks to 50 MB"),
    HOSTILE_NESTED_BOMB("T4", "the body is packed twice"),
    HOSTILE_REDIRECT_LOOP("T5", "the address redirects to itself"),
    HOSTILE_REDIRECT_GROWS("T5", "the address redirects to itself with a query that grows"),
    HOSTILE_CHUNK_CUT("T6", "the connection ends inside a chunk"),
    HOSTILE_SHORT_BODY("T6", "the body is shorter than its length"),
    HOSTILE_CONNECTION_RESET("T6", "the connection is reset inside the body"),
    HOSTILE_HALF_JSON("T7", "half of a JSON text is all, and the connection ends in order"),
    HOSTILE_INTERIM_FLOOD("T8", "2,000 interim answers come first"),
    HOSTILE_STRAY_SWITCH("T8", "the protocol is switched without being asked"),
    HOSTILE_NUL_IN_HEADER("T9", "a header has a NUL"),
    HOSTILE_SPACE_BEFORE_COLON("T9", "a header's name ends in a blank"),
    HOSTILE_LONG_LINE("T9", "a header line has 500 KB"),
    HOSTILE_MANY_HEADERS("T9", "20,000 headers come"),
    HOSTILE_CONTROL_BYTES("T12", "the body has terminal codes, control bytes and broken UTF-8"),
    HOSTILE_REDIRECT_TO_A_FILE("T13", "the address redirects to file:///etc/passwd"),
    HOSTILE_REDIRECT_TO_METADATA("T13", "the address redirects to 169.254.169.254"),
    HOSTILE_REDIRECT_ELSEWHERE("T13", "the address redirects to another host"),
    HOSTILE_THROTTLED("T14", "every answer is 429, to be asked again in years"),
    HOSTILE_UNAVAILABLE("T14", "every answer is 503, to be asked again in years"),
    HOSTILE_NEVER_ANSWERS("T15", "the connection is accepted, and nothing comes");

    private final String id;
    private final String catalogue;
    private final String says;

    Hostility(String catalogue, String says) {
        this.id = Deviation.id(this);
        this.catalogue = catalogue;
        this.says = says;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String says() {
        return says;
    }

    @Override
    public Optional<String> catalogue() {
        return Optional.of(catalogue);
    }
}
