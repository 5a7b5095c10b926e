package dev.envproof.probe.store;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds what in a database is enabled and reaches out of it. Of connection strings only host, port and name are read. */
final class Pointers {
    private static final int PORT = 5432;
    private static final int MOST = 500;
    private static final Pattern URL = Pattern.compile("https?://[A-Za-z0-9.\\-\\[\\]:]+");
    private static final Pattern OPTION = Pattern.compile("(host|hostaddr|port|dbname)\\s*=\\s*'?([^\\s']+)'?");

    private static final String FOREIGN_SERVERS =
            "select srvname, array_to_string(srvoptions, ' ') from pg_foreign_server limit " + MOST;
    private static final String SUBSCRIPTIONS = "select subname, subconninfo from pg_subscription where subenabled"
            + " and subdbid = (select oid from pg_database where datname = current_database()) limit " + MOST;
    private static final String SUBSCRIPTION_COUNT = "select count(*) from pg_subscription where subenabled";
    private static final String HAS_JOBS = "select to_regclass('cron.job') is not null";
    private static final String JOBS =
            "select jobname, 'host=' || nodename || ' port=' || nodeport || ' dbname=' || database, command"
                    + " from cron.job where active limit " + MOST;
    private static final String WEBHOOKS = "select tgname, encode(tgargs, 'escape') from pg_trigger"
            + " where not tgisinternal and tgenabled <> 'D' and tgnargs > 0 limit " + MOST;

    private final DatabaseSession session;

    private Pointers(DatabaseSession session) {
        this.session = session;
    }

    /** One fact per kind, so that one unreadable catalogue hides no other. */
    static List<Fact<List<Pointer>>> of(DatabaseSession session) {
        Pointers pointers = new Pointers(session);
        return List.of(
                pointers.connections("foreign server", FOREIGN_SERVERS),
                pointers.subscriptions(),
                pointers.jobs(),
                pointers.webhooks());
    }

    private Fact<List<Pointer>> connections(String kind, String query) {
        return flat(session.rows(kind + "s", query, row -> toDatabase(kind, text(row, 1), text(row, 2))));
    }

    private Fact<List<Pointer>> subscriptions() {
        Fact<Long> count = session.row("subscriptions", SUBSCRIPTION_COUNT, row -> row.getLong(1));
        boolean none = count.known().filter(number -> number == 0).isPresent();
        return none ? new Fact.Known<>(List.of()) : connections("subscription", SUBSCRIPTIONS);
    }

    private Fact<List<Pointer>> jobs() {
        Fact<Boolean> present = session.row("scheduled jobs", HAS_JOBS, row -> row.getBoolean(1));
        return present.known().orElse(false)
                ? flat(session.rows("scheduled jobs", JOBS, row -> {
                    String name = text(row, 1);
                    return Stream.concat(
                                    toDatabase("scheduled job", name, text(row, 2)).stream(),
                                    toUrls("scheduled job", name, text(row, 3)).stream())
                            .toList();
                }))
                : present.fold(absent -> new Fact.Known<>(List.of()), Fact.Unknown::new);
    }

    private Fact<List<Pointer>> webhooks() {
        return flat(session.rows("webhooks", WEBHOOKS, row -> toUrls("webhook", text(row, 1), text(row, 2))));
    }

    private static List<Pointer> toDatabase(String kind, String name, String options) {
        Optional<String> host = option(options, "host").or(() -> option(options, "hostaddr"));
        int port = option(options, "port")
                .filter(text -> text.matches("\\d{1,5}"))
                .map(Integer::parseInt)
                .orElse(PORT);
        return host.map(known -> new Pointer(kind, name, new Place(known, port, option(options, "dbname")))).stream()
                .toList();
    }

    private static List<Pointer> toUrls(String kind, String name, String text) {
        List<Pointer> found = new ArrayList<>();
        Matcher url = URL.matcher(text);
        while (url.find()) {
            place(url.group()).ifPresent(place -> found.add(new Pointer(kind, name, place)));
        }
        return found;
    }

    private static Optional<Place> place(String url) {
        try {
            return Place.of(URI.create(url));
        } catch (IllegalArgumentException noUrl) {
            return Optional.empty();
        }
    }

    private static Optional<String> option(String options, String name) {
        return OPTION.matcher(options)
                .results()
                .filter(option -> option.group(1).equals(name))
                .map(option -> option.group(2))
                .findFirst();
    }

    private static String text(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getString(column)).orElse("");
    }

    private static Fact<List<Pointer>> flat(Fact<List<List<Pointer>>> rows) {
        return rows.fold(
                lists -> new Fact.Known<>(lists.stream().flatMap(List::stream).toList()), Fact.Unknown::new);
    }
}
