package dev.envproof.fault;

/** A healthy state of the front door that resembles a fault. */
public enum EdgeLookAlike implements Harmless {
    EDGE_CERTIFICATE_WITH_A_STAR(Fault.EDGE_NAME_MISSING, "a star stands for the host's one label"),
    EDGE_CERTIFICATE_OF_SIXTY_DAYS(Fault.EDGE_CERTIFICATE_RUNS_OUT, "a certificate of 90 days has 60 left"),
    EDGE_STAGING_IN_THE_NAME(
            Fault.EDGE_TEST_AUTHORITY, "a trusted authority issued a certificate with \"staging\" among its names"),
    EDGE_ONE_CERTIFICATE_MORE(
            Fault.EDGE_INTERMEDIATE_MISSING, "the chain is complete and has a certificate more than it needs"),
    EDGE_HSTS_SPELT_OTHERWISE(
            Fault.EDGE_HSTS_TOO_SHORT,
            "Strict-Transport-Security has another order, other letters, quotes and preload"),
    EDGE_FRAME_ANCESTORS_ALONE(
            Fault.EDGE_FRAMES_ALLOWED, "frame-ancestors in the content policy stands for X-Frame-Options"),
    EDGE_COOKIE_OF_NO_SESSION(Fault.EDGE_COOKIE_UNPROTECTED, "a cookie that scripts read belongs to no session"),
    EDGE_CONSOLE_BEHIND_A_LOGIN(Fault.EDGE_CONSOLE_OPEN, "the dashboard of the edge asks for a login"),
    EDGE_PUBLIC_KEY_IN_SCRIPT(Fault.EDGE_SERVICE_KEY_IN_SCRIPT, "the script of a page holds a key of the role anon"),
    EDGE_LINK_TO_PRODUCTION(
            Fault.EDGE_PAGE_CALLS_PRODUCTION, "staging's page names production's address in its text and links to it"),
    EDGE_PRODUCT_NAMED(Fault.EDGE_VERSION_TOLD, "answers name the product and no version");

    private final String id;
    private final Fault resembles;
    private final String says;

    EdgeLookAlike(Fault resembles, String says) {
        this.id = Deviation.id(this);
        this.resembles = resembles;
        this.says = says;
    }

    @Override
    public String id() {
        return id;
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
    public ReferenceSystem system() {
        return resembles.system();
    }
}
