package dev.envproof.probe.store;

import dev.envproof.environment.Store;
import dev.envproof.environment.Store.ColumnName;
import dev.envproof.environment.StoreAddress;
import dev.envproof.environment.Target;
import dev.envproof.probe.DatabaseAddress;
import dev.envproof.probe.Fingerprints;
import dev.envproof.probe.Lookout;
import dev.envproof.probe.Reply;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads of one database what the system declares about it. */
final class DatabaseLook {
    private static final int MOST_VALUES = 1_000;
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
                    declared.privateTables().stream()
                            .map(table -> privateTable(table, questions))
                            .toList(),
                    declared.migrations().map(column -> questions.ask(session -> migrations(session, column))),
                    declared.personalData().stream()
                            .map(column -> new PersonalColumn(
                                    column,
                                    questions.ask(session -> fingerprints(session, column, lookout.fingerprints()))))
                            .toList(),
                    questions.askAll(Pointers::of));
        }
    }

    private Optional<String> copyOf() {
        Optional<DatabaseAddress> own = address.urlIn(target.variables()).flatMap(DatabaseAddress::parse);
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

    /** The same values are sampled in every database that has them: those whose hashes come first. */
    private static Fact<Set<String>> fingerprints(
            DatabaseSession session, ColumnName column, Fingerprints fingerprints) {
        String query = "select value from (select distinct lower(btrim(%1$s::text)) as value from %2$s) as found"
                        .formatted(quoted(column.column()), quoted(column.table()))
                + " where value <> '' order by md5(value) limit " + MOST_VALUES;
        Function<Collection<String>, Fact<Set<String>>> hidden = values -> new Fact.Known<>(values.stream()
                .map(value -> fingerprints.of(value.toLowerCase(Locale.ROOT)))
                .collect(Collectors.toUnmodifiableSet()));
        return texts(session, column.table() + "." + column.column(), query).fold(hidden::apply, Fact.Unknown::new);
    }

    private static Fact<Set<String>> texts(DatabaseSession session, String what, String query) {
        return session.rows(
                        what,
                        query,
                        row -> Optional.ofNullable(row.getString(1)).orElse(""))
                .fold(rows -> new Fact.Known<>(Set.copyOf(rows)), Fact.Unknown::new);
    }

    /** An identifier, perhaps with its schema, that means exactly what it says. */
    private static String quoted(String name) {
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
