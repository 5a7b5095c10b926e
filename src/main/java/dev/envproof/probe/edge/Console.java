package dev.envproof.probe.edge;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A console through which a product is looked into or run: where it answers, and what its pages say. */
enum Console {
    TRAEFIK(
            "Traefik",
            "(?is)<title>\\s*traefik|\"routers\"\\s*:\\s*\\{.*\"services\"\\s*:|\"entryPoints\"\\s*:|"
                    + "\"providers\"\\s*:\\s*\\[.*\"features\"",
            "dashboard/",
            "api/rawdata",
            "api/overview"),
    FLOWER(
            "Flower",
            "(?is)<title>[^<]*flower|<a[^>]*>\\s*flower\\s*</a>.*(celery|broker)",
            "flower/",
            "flower/dashboard"),
    STUDIO("Supabase Studio", "(?is)<title>[^<]*supabase (studio)?|supabase studio", "project/default", "studio/"),
    MAIL(
            "a mail catcher",
            "(?is)<title>\\s*(mailhog|mailpit|mailcatcher|maildev|smtp4dev|inbucket)",
            "mailhog/",
            "mailpit/",
            "mail/"),
    ADMINER("Adminer", "(?is)<title>[^<]*adminer|adminer\\.org", "adminer/", "adminer.php"),
    PHP_MY_ADMIN("phpMyAdmin", "(?is)<title>[^<]*phpmyadmin", "phpmyadmin/"),
    PROMETHEUS("Prometheus", "(?is)<title>\\s*prometheus|^# HELP \\w+ .*^# TYPE ", "metrics", "prometheus/"),
    GRAFANA("Grafana", "(?is)<title>\\s*grafana", "grafana/"),
    RABBITMQ("RabbitMQ", "(?is)<title>\\s*rabbitmq management", "rabbitmq/"),
    BULL("Bull Board", "(?is)<title>[^<]*bull (dashboard|board)", "admin/queues"),
    LIVE_DASHBOARD(
            "Phoenix LiveDashboard", "(?is)<title>[^<]*(phoenix live ?dashboard|livedashboard)", "dashboard/home"),
    PORTAINER("Portainer", "(?is)<title>\\s*portainer", "portainer/"),
    NEO4J("Neo4j Browser", "(?is)<title>\\s*neo4j browser", "browser/"),
    KIBANA("Kibana", "(?is)<title>\\s*(kibana|elastic)\\b", "app/kibana"),
    SIDEKIQ("Sidekiq", "(?is)<title>[^<]*sidekiq", "sidekiq");

    private static final Pattern LOGIN = Pattern.compile("(?i)<input\\b[^>]*\\btype\\s*=\\s*[\"']?password");

    private final String product;
    private final Pattern says;
    private final List<String> paths;

    Console(String product, String says, String... paths) {
        this.product = product;
        this.says = Pattern.compile(says, Pattern.MULTILINE);
        this.paths = List.of(paths);
    }

    static List<String> paths() {
        return Stream.of(values()).flatMap(console -> console.paths.stream()).toList();
    }

    /** The product whose console a page is, where it asks for no login first. */
    static Optional<String> in(String body) {
        return Arrays.stream(values())
                .filter(console -> console.says.matcher(body).find())
                // Adminer's first page is a login to any database that it reaches
                .filter(console -> console == ADMINER || !asksForALogin(body))
                .map(console -> console.product)
                .findFirst();
    }

    static boolean asksForALogin(String body) {
        return LOGIN.matcher(body).find();
    }
}
