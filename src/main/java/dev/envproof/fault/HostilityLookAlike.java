package dev.envproof.fault;

/** An unusual answer, at the endpoint that a {@link Hostility} spoils, that is in order all the same. */
public enum HostilityLookAlike implements Harmless {
    HOSTILE_SLOW_BUT_IN_TIME(Hostility.HOSTILE_SLOW_HEADERS, "the headers come slowly, and in time"),
    HOSTILE_GAPS_IN_THE_BODY(Hostility.HOSTILE_SLOW_BODY, "the body comes in pieces with gaps between them"),
    HOSTILE_LARGE_BODY(Hostility.HOSTILE_ENDLESS_BODY, "the body is large, and below the limit"),
    HOSTILE_PACKED_BODY(Hostility.HOSTILE_DECOMPRESSION_BOMB, "the body is packed, 20 to 1"),
    HOSTILE_ENDS_WITH_THE_CONNECTION(Hostility.HOSTILE_HALF_JSON, "the whole body ends with the connection"),
    HOSTILE_ONE_INTERIM_ANSWER(Hostility.HOSTILE_INTERIM_FLOOD, "one 103 comes before the answer"),
    HOSTILE_ODD_CASE_HEADERS(Hostility.HOSTILE_SPACE_BEFORE_COLON, "headers are written in an odd letter case"),
    HOSTILE_EMOJI_AND_RIGHT_TO_LEFT(Hostility.HOSTILE_CONTROL_BYTES, "a header and the body have emoji and Hebrew"),
    HOSTILE_RETRY_AFTER_A_SECOND(Hostility.HOSTILE_THROTTLED, "a good answer has `Retry-After: 1`");

    private final String id;
    private final Hostility resembles;
    private final String says;

    HostilityLookAlike(Hostility resembles, String says) {
        this.id = Deviation.id(this);
        this.resembles = resembles;
        this.says = says;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Hostility resembles() {
        return resembles;
    }

    @Override
    public String says() {
        return says;
    }
}
