package dev.envproof.importing;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a service is by its image: one of the system's own programs where the image is not a known product's. */
enum ImageKind {
    PROGRAM(),
    POSTGRESQL("postgres", "postgresql", "postgis", "pgvector", "timescaledb", "timescaledb-ha", "age"),
    OTHER_STORE(
            "redis",
            "valkey",
            "keydb",
            "dragonfly",
            "memcached",
            "minio",
            "elasticsearch",
            "opensearch",
            "neo4j",
            "mongo",
            "mongodb",
            "mysql",
            "mariadb",
            "rabbitmq",
            "kafka",
            "nats",
            "qdrant",
            "weaviate",
            "clickhouse",
            "mailhog",
            "mailpit",
            "maildev",
            "mailcatcher"),
    EDGE("traefik", "nginx", "caddy", "haproxy", "envoy"),
    CONSOLE(
            "adminer",
            "pgadmin4",
            "mongo-express",
            "redis-commander",
            "redisinsight",
            "kibana",
            "grafana",
            "prometheus",
            "portainer",
            "certbot",
            "watchtower",
            "cadvisor",
            "node-exporter");

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{[^}]*}");

    private final List<String> images;

    ImageKind(String... images) {
        this.images = List.of(images);
    }

    static ImageKind of(ComposeService service) {
        boolean isBuilt = service.has("build");
        return product(service)
                .filter(product -> !isBuilt)
                .flatMap(product -> Arrays.stream(values())
                        .filter(kind -> kind.images.contains(product))
                        .findFirst())
                .orElse(PROGRAM);
    }

    /** The image's own name, without registry, owner, tag and digest. */
    static Optional<String> product(ComposeService service) {
        return service.text("image").map(image -> {
            String plain = VARIABLE.matcher(image).replaceAll("");
            String name = plain.substring(plain.lastIndexOf('/') + 1);
            return name.split("[:@]", 2)[0].toLowerCase(Locale.ROOT);
        });
    }

    boolean isStore() {
        return this == POSTGRESQL || this == OTHER_STORE;
    }
}
