package dev.envproof.probe.store;

import dev.envproof.environment.Store;
import dev.envproof.environment.Store.ColumnName;
import dev.envproof.environment.StoreAddress;
import dev.envproof.environment.Target;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads from one database's catalogue what it is made of. */
final class LayoutLook {
    private static final String COLUMNS = """
            select n.nspname || '.' || c.relname || '.' || a.attname,
                format_type(a.atttypid, a.atttypmod) || case when a.attnotnull then ' not null' else '' end
            from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped
                and n.nspname = any (string_to_array(?, ','))
            limit 20000""";

    /** Addresses at domains that nobody can have (RFC 2606) are nobody's. */
    private static final String ADDRESSES = """
            select count(*) from %2$s where %1$s::text ~ '^[^@[:space:]]+@[^@[:space:]]+\\.[^@[:space:]]+$'
                and lower(%1$s::text) !~ '[@.]example(\\.(com|net|org))?$'
                and lower(%1$s::text) !~ '\\.(test|invalid|localhost)$'""";

    private final Fact<DatabaseSession> opened;

    private LayoutLook(Fact<DatabaseSession> opened) {
        this.opened = opened;
    }

    static Layout at(Target target, Store.Database declared, StoreAddress address) {
        Fact<DatabaseSession> opened = DatabaseSession.open(target, address);
        try {
            return new LayoutLook(opened).read(declared, address);
        } finally {
            opened.known().ifPresent(DatabaseSession::close);
        }
    }

    private Layout read(Store.Database declared, StoreAddress address) {
        return new Layout(
                declared.name(),
                address.urlVariable(),
                ask(session -> session.row(
                        "the server's version",
                        "select current_setting('server_version_num')::int / 10000",
                        row -> row.getInt(1))),
                ask(session ->
                        session.row("the database's name", "select current_database()", row -> row.getString(1))),
                names("schemas", "select nspname from pg_namespace"),
                names("extensions", "select extname from pg_extension"),
                names("extensions on offer", "select name from pg_available_extensions"),
                names("indices", "select relname from pg_class where relkind in ('i', 'I')"),
                declared.layout().isCompared() ? columns(declared) : new Fact.Unknown<>("nothing is to be compared"),
                address.terms().isAnonymised() ? addresses(declared) : Map.of());
    }

    private <T> Fact<T> ask(Function<DatabaseSession, Fact<T>> question) {
        return opened.fold(question, Fact.Unknown::new);
    }

    private Fact<Set<String>> names(String what, String query) {
        return ask(session -> session.rows(what, query, row -> row.getString(1))
                .fold(names -> new Fact.Known<>(Set.copyOf(names)), Fact.Unknown::new));
    }

    /** Of the schemas that are the system's own; a platform may keep others in the same database. */
    private Fact<Map<String, String>> columns(Store.Database declared) {
        String schemas = "public"
                + declared.layout().schemas().stream()
                        .map(schema -> "," + schema)
                        .collect(Collectors.joining());
        return ask(session -> session.rows(
                        "columns", COLUMNS, row -> List.of(row.getString(1), row.getString(2)), schemas)
                .fold(
                        rows -> new Fact.Known<>(rows.stream()
                                .collect(Collectors.toUnmodifiableMap(row -> row.get(0), row -> row.get(1)))),
                        Fact.Unknown::new));
    }

    private Map<ColumnName, Fact<Long>> addresses(Store.Database declared) {
        Map<ColumnName, Fact<Long>> addresses = new HashMap<>();
        declared.personalData()
                .forEach(column -> addresses.put(
                        column,
                        ask(session -> session.row(
                                column.table() + "." + column.column(),
                                ADDRESSES.formatted(
                                        DatabaseLook.quoted(column.column()), DatabaseLook.quoted(column.table())),
                                row -> row.getLong(1)))));
        return addresses;
    }
}
