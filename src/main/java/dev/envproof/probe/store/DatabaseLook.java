package dev.envproof.probe.store;

import dev.envproof.environment.Store;
import dev.envproof.environment.Store.ColumnName;
import dev.envproof.environment.StoreAddress;
import dev.envproof.environment.Target;
import dev.envproof.probe.DatabaseAddress;
import dev.envproof.probe.Fingerprints;
import dev.envproof.probe.Lookout;
import dev.envproof.probe.Reply;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads of one database what the system declares about it. */
final class DatabaseLook {
    /** A copy of a few hundred of a million rows still shares some with a sample of this size. */
    private static final int MOST_VALUES = 20_000;

    private static final Set<String> WEAK_MODES = Set.of("disable", "allow", "prefer");

    /** Everyone, or the role of the key that browsers have, reads every row; a restrictive policy may narrow that. */
    private static final String OPEN_POLICY = """
            select exists (
                select 1 from pg_policy p where p.polrelid = to_regclass(?) and p.polpermissive and p.polcmd in ('r', '*')
                    and coalesce(pg_get_expr(p.polqual, p.polrelid), 'true') in ('true', '(true)', '(1 = 1)')
                    and (0 = any (p.polroles) or (select oid from pg_roles where rolname = 'anon') = any (p.polroles))
                    and coalesce((select has_table_privilege(oid, p.polrelid, 'select')
                        from pg_roles where rolname = 'anon'), true)
                    and not exists (select 1 from pg_policy narrow where narrow.polrelid = p.polrelid
                        and not narrow.polpermissive and narrow.polcmd in ('r', '*')))""";

    private static final int MOST_MIGRATIONS = 5_000;

    private final Target target;
    private final Store.Database declared;
    private final StoreAddress address;
    private final Lookout lookout;

    DatabaseLook(Target target, Store.Database declared, StoreAddress address, Lookout lookout) {
        this.target = target;
        this.declared = declared;
        this.address = address;
        this.lookout = lookout;
    }

    Database look() {
        Fact<DatabaseSession> opened = DatabaseSession.open(target, address);
        try (Questions questions = new Questions(opened)) {
            return new Database(
                    declared.name(),
                    address.urlVariable(),
                    copyOf(),
                    questions.ask(DatabaseSession::server),
                    questions.ask(DatabaseLook::encrypted),
                    ownAddress().flatMap(DatabaseAddress::sslMode).filter(WEAK_MODES::contains),
                    declared.privateTables().stream()
                            .map(table -> privateTable(table, questions))
                            .toList(),
                    declared.migrations().map(column -> questions.ask(session -> migrations(session, column))),
                    declared.personalData().stream()
                            .map(column -> personal(column, questions))
                            .toList(),
                    questions.askAll(Pointers::of));
        }
    }

    private Optional<String> copyOf() {
        Optional<DatabaseAddress> own = ownAddress();
        return own.isEmpty()
                ? Optional.empty()
                : lookout.siblings().stream()
                        .filter(sibling -> !sibling.environment()
                                .name()
                                .equals(target.environment().name()))
                        .filter(sibling -> sibling.environment()
                                .store(declared.name())
                                .flatMap(theirs -> theirs.urlIn(sibling.variables()))
                                .flatMap(DatabaseAddress::parse)
                                .filter(own.get()::hasCredentialsOf)
                                .isPresent())
                        .map(sibling -> sibling.environment().name())
                        .findFirst();
    }

    private Optional<DatabaseAddress> ownAddress() {
        return address.urlIn(target.variables()).flatMap(DatabaseAddress::parse);
    }

    /** {@code pg_stat_ssl} has a row of the session that asks, whether the server speaks TLS or not. */
    private static Fact<Boolean> encrypted(DatabaseSession session) {
        return session.row(
                "the session's encryption",
                "select ssl from pg_stat_ssl where pid = pg_backend_pid()",
                row -> row.getBoolean(1));
    }

    private PrivateTable privateTable(String table, Questions questions) {
        DataApi api = new DataApi(target, lookout.wire());
        Optional<Reply> anyone = api.asAnyone(table);
        return new PrivateTable(
                table,
                questions.ask(session -> session.row(
                        "row-level security of " + table,
                        "select relrowsecurity from pg_class where oid = to_regclass(?)",
                        row -> row.getBoolean(1),
                        quoted(table))),
                questions.ask(session -> openPolicy(session, table)),
                anyone.map(DataApi::hasRows),
                api.asService(table).map(DataApi::hasRows).orElseGet(() -> new Fact.Unknown<>("no service key")),
                anyone.map(Reply::exchange));
    }

    private static Fact<Set<String>> migrations(DatabaseSession session, ColumnName column) {
        return texts(
                session,
                "applied migrations",
                "select %1$s::text from %2$s order by 1 desc limit %3$d"
                        .formatted(quoted(column.column()), quoted(column.table()), MOST_MIGRATIONS));
    }

    static Fact<Boolean> openPolicy(DatabaseSession session, String table) {
        return session.row("policies of " + table, OPEN_POLICY, row -> row.getBoolean(1), quoted(table));
    }

    private PersonalColumn personal(ColumnName column, Questions questions) {
        Fact<Set<PersonalValue>> values = questions.ask(session -> people(session, column));
        Fingerprints fingerprints = lookout.fingerprints();
        return new PersonalColumn(
                column,
                values.fold(
                        known -> new Fact.Known<>(known.stream()
                                .map(value -> fingerprints.of(value.text()))
                                .collect(Collectors.toUnmodifiableSet())),
                        Fact.Unknown::new),
                values.known().stream()
                        .flatMap(Set::stream)
                        .flatMap(PersonalValue::hashes)
                        .map(fingerprints::of)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /** The same values are sampled in every database that has them: those whose hashes come first. */
    private static Fact<Set<PersonalValue>> people(DatabaseSession session, ColumnName column) {
        String query = "select value from (select distinct lower(btrim(%1$s::text)) as value from %2$s) as found"
                        .formatted(quoted(column.column()), quoted(column.table()))
                + " where value <> '' order by md5(value) limit " + MOST_VALUES;
        return texts(session, column.table() + "." + column.column(), query)
                .fold(
                        found -> new Fact.Known<>(found.stream()
                                .flatMap(text -> PersonalValue.of(text).stream())
                                .collect(Collectors.toUnmodifiableSet())),
                        Fact.Unknown::new);
    }

    private static Fact<Set<String>> texts(DatabaseSession session, String what, String query) {
        return session.rows(
                        what,
                        query,
                        row -> Optional.ofNullable(row.getString(1)).orElse(""))
                .fold(rows -> new Fact.Known<>(Set.copyOf(rows)), Fact.Unknown::new);
    }

    /** An identifier, perhaps with its schema, that means exactly what it says. */
    static String quoted(String name) {
        return List.of(name.split("\\.", -1)).stream()
                .map(part -> '"' + part.replace("\"", "\"\"") + '"')
                .collect(Collectors.joining("."));
    }

    /** Asks a session, or passes on why there is none. */
    private record Questions(Fact<DatabaseSession> opened) implements AutoCloseable {
        <T> Fact<T> ask(Function<DatabaseSession, Fact<T>> question) {
            return opened.fold(question, Fact.Unknown::new);
        }

        <T> List<Fact<T>> askAll(Function<DatabaseSession, List<Fact<T>>> question) {
            return opened.fold(question, why -> List.of(new Fact.Unknown<>(why)));
        }

        @Override
        public void close() {
            opened.known().ifPresent(DatabaseSession::close);
        }
    }
}
