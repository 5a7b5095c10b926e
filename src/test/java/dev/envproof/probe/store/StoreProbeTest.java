package dev.envproof.probe.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envproof.environment.Target;
import dev.envproof.environment.Target.Engine;
import dev.envproof.evidence.Redaction;
import dev.envproof.probe.Fingerprints;
import dev.envproof.probe.Lookout;
import dev.envproof.probe.Planted;
import dev.envproof.probe.SampleSystem;
import dev.envproof.probe.SocketWire;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Against a real server: staging's variables lead to it, production's to nothing. */
class StoreProbeTest {
    private static final Fingerprints FINGERPRINTS = new Fingerprints();
    private static final Redaction NOTHING = Redaction.of(List.of());
    private static EmbeddedPostgres server;

    @BeforeAll
    static void start() throws IOException, SQLException {
        server = EmbeddedPostgres.builder().start();
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    create table profiles (email text);
                    alter table profiles enable row level security;
                    insert into profiles values (' Mira@people.example'), ('');
                    create table schema_migrations (version text);
                    insert into schema_migrations values ('1'), ('2');
                    create extension postgres_fdw;
                    create role anon;
                    create table notes (body text);
                    alter table notes enable row level security;
                    create policy everyone on notes for select using (true);
                    grant select on notes to anon;
                    create function tell() returns trigger language plpgsql as $$ begin
                        -- see https://docs.example/hooks
                        perform net.http_post(url := 'https://hooks.example/people');
                        return new; end $$;
                    create trigger tell after insert on notes for each row execute function tell();
                    create server lake foreign data wrapper postgres_fdw
                        options (dbname 'postgresql://app:made-up-password@lake_db/copy');
                    create server source foreign data wrapper postgres_fdw options (host 'db.example', port '6543');
                    """);
        }
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @Test
    void reads_what_the_system_declares() {
        Database database = look("staging").databases().get(0);
        assertThat(database.server().known())
                .hasValueSatisfying(found -> assertThat(found.identifier()).matches("\\d{10,}"));
        assertThat(database.encrypted()).isEqualTo(new Fact.Known<>(false));
        assertThat(database.privateTables().get(0).rowSecurity()).isEqualTo(new Fact.Known<>(true));
        assertThat(database.migrations()).contains(new Fact.Known<>(Set.of("1", "2")));
        assertThat(database.pointers())
                .contains(
                        new Fact.Known<>(List.of(
                                new Pointer("foreign server", "lake", new Place("lake_db", 5432, Optional.of("copy"))),
                                new Pointer(
                                        "foreign server", "source", new Place("db.example", 6543, Optional.empty())))),
                        new Fact.Known<>(List.of(
                                new Pointer("webhook", "tell", new Place("hooks.example", 443, Optional.empty())))));
        assertThat(database.toString()).doesNotContain("made-up-password");
    }

    @Test
    void keeps_fingerprints_of_personal_data_and_no_value() {
        StoreProbe.Seen seen = look("staging");
        assertThat(seen.databases().get(0).personalData().get(0).fingerprints())
                .isEqualTo(new Fact.Known<>(Set.of(FINGERPRINTS.of("mira@people.example"))));
        assertThat(seen.toString()).doesNotContainIgnoringCase("mira");
    }

    @Test
    void says_why_a_database_could_not_be_opened_without_its_url() {
        Database database = look("production").databases().get(0);
        assertThat(database.server())
                .isEqualTo(new Fact.Unknown<>("connect: the database of DATABASE_URL_PROD gave SQLSTATE 08001"));
        assertThat(database.toString()).doesNotContain("made-up-password");
    }

    @Test
    void cannot_write() {
        Target target = target("staging");
        Fact<DatabaseSession> opened = DatabaseSession.open(
                target, target.environment().store("database").orElseThrow());
        try (DatabaseSession session = opened.known().orElseThrow()) {
            assertThat(session.rows("a write", "delete from profiles returning email", row -> row.getString(1)))
                    .isEqualTo(new Fact.Unknown<>("reading a write gave SQLSTATE 25006"));
        }
    }

    /** Behind a pooler the next client inherits what a session set: here, a database that is read-only. */
    @Test
    void sets_nothing_that_outlives_a_read() {
        Target target = target("staging");
        try (DatabaseSession session = DatabaseSession.open(
                        target, target.environment().store("database").orElseThrow())
                .known()
                .orElseThrow()) {
            assertThat(session.server().known()).isPresent();
            assertThat(session.row("a broken read", "select nothing", row -> row.getString(1)))
                    .isInstanceOf(Fact.Unknown.class);
            assertThat(session.row("the default", "show default_transaction_read_only", row -> row.getString(1)))
                    .isEqualTo(new Fact.Known<>("off"));
        }
    }

    @Test
    void tells_a_policy_that_opens_every_row() {
        Target target = target("staging");
        try (DatabaseSession session = DatabaseSession.open(
                        target, target.environment().store("database").orElseThrow())
                .known()
                .orElseThrow()) {
            assertThat(DatabaseLook.openPolicy(session, "notes")).isEqualTo(new Fact.Known<>(true));
            assertThat(DatabaseLook.openPolicy(session, "profiles")).isEqualTo(new Fact.Known<>(false));
        }
    }

    @Test
    void a_url_that_this_run_does_not_see_is_not_taken_for_https() {
        assertThat(look("staging").https().get("storage"))
                .isEqualTo(new Fact.Unknown<>("this run can't see the variable SUPABASE_URL_STAGING"));
    }

    private static StoreProbe.Seen look(String environment) {
        Lookout lookout = new Lookout(
                new SocketWire(NOTHING),
                NOTHING,
                FINGERPRINTS,
                List.of(target(environment)),
                new Planted(List.of()),
                Duration.ofSeconds(30));
        return new StoreProbe().look(target(environment), lookout);
    }

    private static Target target(String environment) {
        Map<String, String> variables = Map.of(
                "DATABASE_URL_STAGING",
                "postgresql://postgres:postgres@localhost:" + server.getPort() + "/postgres",
                "DATABASE_URL_PROD",
                "postgresql://postgres:made-up-password@127.0.0.1:1/postgres");
        return SampleSystem.targets(URI.create("http://127.0.0.1:1"), Engine.EMBEDDED, variables).stream()
                .filter(target -> target.environment().name().equals(environment))
                .findFirst()
                .orElseThrow();
    }
}
