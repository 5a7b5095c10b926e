package dev.envproof.probe.store;

import dev.envproof.environment.Store;
import dev.envproof.environment.StoreAddress;
import dev.envproof.environment.Target;
import dev.envproof.probe.Lookout;
import dev.envproof.probe.Probe;
import dev.envproof.probe.store.DatabaseLocale.Clock;
import java.util.List;
import java.util.function.Function;

/** Has every database sort the same words, write the same dates, and tell the time of day at the same moments. */
public final class LocaleProbe implements Probe<LocaleProbe.Seen> {
    /** By the database's own collation, which differs most over case, accents, punctuation and digits. */
    private static final String ORDER = "select string_agg(word, ' ' order by word) from (values ('a'), ('B'), ('b'),"
            + " ('Z'), ('_x'), ('10'), ('9'), ('ab'), ('a-c'), (U&'\\00e4'), (U&'\\00e9'), ('e'), ('z')) as words (word)";

    private static final String SPELLING = "select to_char(date '2026-03-01', 'TMDay TMMonth') || ', '"
            + " || to_char(1234567.5, '9G999G999D9') || ', ' || upper(U&'\\00e4i')";

    /** A client's own zone hides the server's; what the role or the database sets stands in the catalogue. */
    private static final String SET = "select split_part(setting, '=', 2) from pg_db_role_setting s,"
            + " unnest(s.setconfig) as setting where lower(split_part(setting, '=', 1)) = 'timezone'"
            + " and s.setrole in (0, (select oid from pg_roles where rolname = current_user))"
            + " and s.setdatabase in (0, (select oid from pg_database where datname = current_database()))"
            + " order by (s.setrole <> 0)::int + (s.setdatabase <> 0)::int desc, s.setrole <> 0 desc limit 1";

    private static final String EFFECT =
            "select to_char(timestamptz '2026-01-15 12:00+00' at time zone zone, 'HH24:MI')"
                    + " || ' in January, ' || to_char(timestamptz '2026-07-15 12:00+00' at time zone zone, 'HH24:MI')"
                    + " || ' in July', zone, is_own from (select coalesce((" + SET
                    + "), current_setting('log_timezone')) as zone,"
                    + " exists (" + SET + ") as is_own) as found";

    /** One per declared PostgreSQL store that the environment has an address for. */
    public record Seen(List<DatabaseLocale> databases) implements dev.envproof.probe.Seen {
        public Seen {
            databases = List.copyOf(databases);
        }
    }

    @Override
    public Class<Seen> sees() {
        return Seen.class;
    }

    @Override
    public Seen look(Target target, Lookout lookout) {
        return new Seen(target.system().stores().stream()
                .filter(Store.Database.class::isInstance)
                .flatMap(store -> target.environment().store(store.name()).stream())
                .map(address -> look(target, address))
                .toList());
    }

    private static DatabaseLocale look(Target target, StoreAddress address) {
        Fact<DatabaseSession> opened = DatabaseSession.open(target, address);
        try {
            return new DatabaseLocale(
                    address.store(),
                    ask(opened, session -> text(session, "the order of words", ORDER)),
                    ask(opened, session -> text(session, "dates and numbers", SPELLING)),
                    ask(opened, LocaleProbe::clock));
        } finally {
            opened.known().ifPresent(DatabaseSession::close);
        }
    }

    private static <T> Fact<T> ask(Fact<DatabaseSession> opened, Function<DatabaseSession, Fact<T>> question) {
        return opened.fold(question, Fact.Unknown::new);
    }

    private static Fact<String> text(DatabaseSession session, String what, String query) {
        return session.row(what, query, row -> String.valueOf(row.getString(1)));
    }

    private static Fact<Clock> clock(DatabaseSession session) {
        return session.row(
                "the time zone",
                EFFECT,
                row -> new Clock(
                        String.valueOf(row.getString(1)), String.valueOf(row.getString(2)), row.getBoolean(3)));
    }
}
