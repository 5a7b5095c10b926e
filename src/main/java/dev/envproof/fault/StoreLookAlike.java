package dev.envproof.fault;

import java.util.Map;

/** A healthy state of what databases are made of, and of mail, search and graph stores, that resembles a fault. */
public enum StoreLookAlike implements Harmless {
    ISOLATION_MAIL_REAL_AS_DECLARED(
            Fault.ISOLATION_MAIL_LEAVES_STAGING,
            "staging sends real mail, and declares so",
            Map.of("staging.stores.mail.mode", "real")),
    ISOLATION_MAIL_QUEUED(
            Fault.ISOLATION_MAIL_NEVER_LEAVES, "production's mail waits in a queue and is sent within its window"),
    ISOLATION_CLUSTER_SHARED(
            Fault.ISOLATION_INDEX_PREFIX_UNSET, "staging and production share a cluster, each under its own prefix"),
    ISOLATION_ALIAS_OF_ROLLED_INDEX(
            Fault.ISOLATION_ALIAS_OF_SIBLING, "staging's alias leads to its own next index, as after a roll-over"),
    ISOLATION_STRUCTURE_AHEAD(
            Fault.ISOLATION_COLUMN_DIFFERS,
            "staging has the column of its newest migration, which its file declares to be ahead",
            Map.of("staging.stores.database.migrations-ahead", "1")),
    ISOLATION_EXTENSION_NOT_OFFERED(
            Fault.ISOLATION_EXTENSION_MISSING, "an extension that is declared if-available is offered by no server"),
    ISOLATION_SERVER_PATCH_LEVEL(
            Fault.ISOLATION_SERVER_OF_OTHER_MAJOR, "the servers have a patch level that no file declares"),
    ISOLATION_ANONYMISED_WITH_IDS(
            Fault.ISOLATION_REAL_ADDRESSES, "staging's people keep their ids and have addresses at a reserved domain"),
    ISOLATION_GRAPH_SESSION_READ_ONLY(
            Fault.ISOLATION_GRAPH_WRITABLE, "staging's sessions, and not its role, are what refuses writes");

    private final String id;
    private final Fault resembles;
    private final String says;
    private final Map<String, String> overlay;

    StoreLookAlike(Fault resembles, String says) {
        this(resembles, says, Map.of());
    }

    StoreLookAlike(Fault resembles, String says, Map<String, String> overlay) {
        this.id = Deviation.id(this);
        this.resembles = resembles;
        this.says = says;
        this.overlay = overlay;
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

    @Override
    public Map<String, String> overlay() {
        return overlay;
    }
}
