package dev.envproof.probe.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds what in a database is enabled and reaches out of it. Of connection strings only host, port and name are read. */
final class Pointers {
    private static final int PORT = 5432;
    private static final int MOST = 500;
    private static final Pattern URL = Pattern.compile("(https?|postgres(?:ql)?)://(?:[^\\s@/'\"]*@)?"
            + "(\\[[0-9A-Fa-f:.]+\\]|[A-Za-z0-9._-]+)(?::(\\d{1,5}))?(?:/(\\w+))?");
    private static final Map<String, Integer> PORTS = Map.of("http", 80, "https", 443);
    private static final Pattern COMMENT = Pattern.compile("--[^\\n]*|/\\*.*?\\*/", Pattern.DOTALL);
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
    private static final String WEBHOOKS = "select tgname, encode(tgargs, 'escape'), prosrc"
            + " from pg_trigger join pg_proc on pg_proc.oid = tgfoid where not tgisinternal and tgenabled <> 'D' limit "
            + MOST;

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
        return flat(session.rows(kind + "s", query, row -> anywhere(kind, text(row, 1), text(row, 2))));
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
                                    toDatabase("scheduled job", name, text(row, 2)).stream()
                                            .filter(pointer -> !pointer.place().isLoopback()), // the server's own
                                    anywhere("scheduled job", name, code(text(row, 3))).stream())
                            .toList();
                }))
                : present.fold(absent -> new Fact.Known<>(List.of()), Fact.Unknown::new);
    }

    private Fact<List<Pointer>> webhooks() {
        return flat(session.rows(
                "webhooks",
                WEBHOOKS,
                row -> Stream.concat(
                                toUrls("webhook", text(row, 1), text(row, 2)).stream(),
                                anywhere("webhook", text(row, 1), code(text(row, 3))).stream())
                        .toList()));
    }

    /** Connection strings come as URLs too, and settings hold the one or the other. */
    private static List<Pointer> anywhere(String kind, String name, String text) {
        return Stream.concat(toDatabase(kind, name, text).stream(), toUrls(kind, name, text).stream())
                .toList();
    }

    private static String code(String source) {
        return COMMENT.matcher(source).replaceAll(" ");
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
            found.add(new Pointer(kind, name, place(url)));
        }
        return found;
    }

    private static Place place(Matcher url) {
        String scheme = url.group(1);
        int port = Optional.ofNullable(url.group(3)).map(Integer::parseInt).orElse(PORTS.getOrDefault(scheme, PORT));
        Optional<String> database = scheme.startsWith("http") ? Optional.empty() : Optional.ofNullable(url.group(4));
        return new Place(url.group(2), port, database);
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
