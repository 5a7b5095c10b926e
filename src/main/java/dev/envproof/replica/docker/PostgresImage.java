package dev.envproof.replica.docker;

import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/** The image of the database servers: {@value #PROPERTY}, else {@value #VARIABLE}, else {@value #OFFICIAL}. */
record PostgresImage(String name) {
    static final String PROPERTY = "replica.images.postgres";
    static final String VARIABLE = "REPLICA_IMAGE_POSTGRES";
    /** The Docker Official Image of the very release that the embedded engine runs. */
    static final String OFFICIAL = "postgres:15.19-alpine";

    private static final String BUILT_HERE = "local/";

    static PostgresImage configured(Properties properties, Map<String, String> variables) {
        return Stream.of(
                        Optional.ofNullable(properties.getProperty(PROPERTY)),
                        Optional.ofNullable(variables.get(VARIABLE)))
                .flatMap(Optional::stream)
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .findFirst()
                .map(PostgresImage::new)
                .orElseGet(() -> new PostgresImage(OFFICIAL));
    }

    /** Whether a registry may be asked for it: {@code local/…} names what was built on this machine. */
    boolean mayBePulled() {
        return !name.startsWith(BUILT_HERE);
    }
}
