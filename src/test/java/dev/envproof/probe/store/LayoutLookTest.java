package dev.envproof.probe.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envproof.environment.DatabaseLayout;
import dev.envproof.environment.RedisPolicy;
import dev.envproof.environment.Store;
import dev.envproof.environment.Store.ColumnName;
import dev.envproof.environment.StoreAddress;
import dev.envproof.environment.StoreTerms;
import dev.envproof.environment.Target;
import dev.envproof.environment.Target.Engine;
import dev.envproof.probe.SampleSystem;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Against a real server. */
class LayoutLookTest {
    private static final ColumnName EMAIL = new ColumnName("guests", "email");
    private static EmbeddedPostgres server;

    @BeforeAll
    static void start() throws IOException, SQLException {
        server = EmbeddedPostgres.builder().start();
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    create schema upload_pipeline;
                    create schema of_the_platform;
                    create table of_the_platform.internal (id int);
                    create table upload_pipeline.jobs (id int primary key, title varchar(20));
                    create table guests (email text);
                    create index ix_guests_email on guests (email);
                    create extension "uuid-ossp";
                    insert into guests values ('mira@gmx.net'), ('t@notexample.com'), ('a@people.example'),
                        ('b@example.com'), ('c@sub.Example.ORG'), ('d@host.invalid'), ('no address'), (null);
                    """);
        }
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @Test
    void reads_what_a_database_is_made_of() {
        Layout layout = look();
        assertThat(layout.major()).isEqualTo(new Fact.Known<>(15));
        assertThat(layout.database()).isEqualTo(new Fact.Known<>("postgres"));
        assertThat(layout.schemas().known().orElseThrow()).contains("public", "upload_pipeline");
        assertThat(layout.installed().known().orElseThrow()).contains("uuid-ossp");
        assertThat(layout.offered().known().orElseThrow()).contains("pgcrypto").doesNotContain("age");
        assertThat(layout.indexes().known().orElseThrow()).contains("ix_guests_email", "jobs_pkey");
    }

    @Test
    void compares_the_columns_of_the_systems_own_schemas_alone() {
        assertThat(look().columns())
                .isEqualTo(new Fact.Known<>(Map.of(
                        "public.guests.email",
                        "text",
                        "upload_pipeline.jobs.id",
                        "integer not null",
                        "upload_pipeline.jobs.title",
                        "character varying(20)")));
    }

    @Test
    void counts_addresses_outside_the_reserved_domains() {
        assertThat(look().addresses()).isEqualTo(Map.of(EMAIL, new Fact.Known<>(2L)));
    }

    private static Layout look() {
        DatabaseLayout layout =
                new DatabaseLayout(List.of("upload_pipeline"), Map.of(), Optional.empty(), List.of(), true);
        Store.Database declared = new Store.Database("database", List.of(), List.of(EMAIL), Optional.empty(), layout);
        StoreTerms anonymised =
                new StoreTerms(Optional.empty(), Optional.empty(), false, false, Optional.empty(), true);
        StoreAddress address = new StoreAddress(
                "database",
                "DATABASE",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                0,
                RedisPolicy.NONE,
                anonymised);
        Map<String, String> variables =
                Map.of("DATABASE", "postgresql://postgres:postgres@localhost:" + server.getPort() + "/postgres");
        Target target = SampleSystem.targets(URI.create("http://127.0.0.1:1"), Engine.EMBEDDED, variables)
                .get(0);
        return LayoutLook.at(target, declared, address);
    }
}
