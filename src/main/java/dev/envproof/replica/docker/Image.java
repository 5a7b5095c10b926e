package dev.envproof.replica.docker;

/**
 * The image of one kind of part.
 *
 * @param role whose it is
 * @param name with its tag or digest
 */
record Image(Role role, String name) {
    private static final String BUILT_HERE = "local/";

    /** Whether a registry may be asked for it: {@code local/…} names what was built on this machine. */
    boolean mayBePulled() {
        return !name.startsWith(BUILT_HERE);
    }

    /** What a part is made of; each has an official image of a pinned release. */
    enum Role {
        /** The Docker Official Image of the very release that the embedded engine runs. */
        POSTGRES("postgres:15.19-alpine"),
        NGINX("nginx:1.28.0-alpine"),
        JRE("eclipse-temurin:17.0.15_6-jre-alpine"),
        REDIS("redis:7.4.3-alpine"),
        /** The one that Testcontainers of the pinned version starts. */
        RYUK("testcontainers/ryuk:0.14.0");

        private final String official;

        Role(String official) {
            this.official = official;
        }

        String official() {
            return official;
        }

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        String property() {
            return "replica.images." + word();
        }

        String variable() {
            return "REPLICA_IMAGE_" + name();
        }
    }
}
