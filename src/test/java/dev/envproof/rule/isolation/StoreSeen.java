package dev.envproof.rule.isolation;

import dev.envproof.environment.Environment;
import dev.envproof.environment.Store.ColumnName;
import dev.envproof.environment.StoreAddress;
import dev.envproof.probe.SampleSystem;
import dev.envproof.probe.store.Database;
import dev.envproof.probe.store.Fact;
import dev.envproof.probe.store.PersonalColumn;
import dev.envproof.probe.store.Place;
import dev.envproof.probe.store.Pointer;
import dev.envproof.probe.store.PrivateTable;
import dev.envproof.probe.store.ProjectRefs;
import dev.envproof.probe.store.Server;
import dev.envproof.probe.store.StoreProbe;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** What a store probe saw of a healthy environment, changed one thing at a time. */
record StoreSeen(
        Fact<Server> server,
        Optional<String> copyOf,
        ProjectRefs refs,
        Fact<Boolean> encrypted,
        PrivateTable table,
        Fact<Set<String>> migrations,
        Set<String> people,
        List<Fact<List<Pointer>>> pointers,
        Set<Place> places,
        Map<String, Fact<Boolean>> https) {
    static final Environment STAGING = SampleSystem.environment("staging", "STAGING", Set.of());
    static final Environment PRODUCTION = SampleSystem.environment("production", "PROD", Set.of());
    static final Server STAGING_SERVER = new Server("71", "2026-11-01 10:00", false, "db.staging:5432", "postgres");
    static final Server PRODUCTION_SERVER = new Server("72", "2026-11-01 11:00", false, "db.prod:5432", "postgres");

    static StoreSeen staging() {
        return healthy(STAGING_SERVER, "stagingref", "person-of-staging");
    }

    static StoreSeen production() {
        return healthy(PRODUCTION_SERVER, "productionref", "person-of-production");
    }

    private static StoreSeen healthy(Server server, String ref, String person) {
        String host = server.address().replaceAll(":.*", "");
        return new StoreSeen(
                new Fact.Known<>(server),
                Optional.empty(),
                new ProjectRefs(Set.of(ref), Optional.of(ref)),
                new Fact.Known<>(true),
                table(new Fact.Known<>(true), new Fact.Known<>(false)),
                new Fact.Known<>(Set.of("1", "2", "3")),
                Set.of(person, "another-" + person),
                List.of(new Fact.Known<>(List.of())),
                Set.of(new Place(host, 5432, Optional.of("postgres"))),
                Map.of("storage", new Fact.Known<>(true)));
    }

    static PrivateTable table(Fact<Boolean> rowSecurity, Fact<Boolean> readByAnyone) {
        return new PrivateTable(
                "profiles",
                rowSecurity,
                new Fact.Known<>(false),
                Optional.of(readByAnyone),
                new Fact.Known<>(true),
                Optional.empty());
    }

    StoreSeen at(Server other) {
        return new StoreSeen(
                new Fact.Known<>(other), copyOf, refs, encrypted, table, migrations, people, pointers, places, https);
    }

    StoreSeen unreachable() {
        return new StoreSeen(
                new Fact.Unknown<>("connect: refused"),
                copyOf,
                refs,
                new Fact.Unknown<>("connect: refused"),
                table(new Fact.Unknown<>("connect: refused"), new Fact.Unknown<>("connect: refused")),
                new Fact.Unknown<>("connect: refused"),
                people,
                List.of(new Fact.Unknown<>("connect: refused")),
                places,
                https);
    }

    StoreSeen user(String ref, Optional<String> sibling) {
        return new StoreSeen(
                server,
                sibling,
                new ProjectRefs(refs.own(), Optional.of(ref).filter(name -> !name.isEmpty())),
                encrypted,
                table,
                migrations,
                people,
                pointers,
                places,
                https);
    }

    StoreSeen encrypted(boolean is) {
        return new StoreSeen(
                server, copyOf, refs, new Fact.Known<>(is), table, migrations, people, pointers, places, https);
    }

    StoreSeen https(Fact<Boolean> storage) {
        return new StoreSeen(
                server,
                copyOf,
                refs,
                encrypted,
                table,
                migrations,
                people,
                pointers,
                places,
                Map.of("storage", storage));
    }

    StoreSeen table(PrivateTable other) {
        return new StoreSeen(server, copyOf, refs, encrypted, other, migrations, people, pointers, places, https);
    }

    StoreSeen migrations(String... versions) {
        return new StoreSeen(
                server,
                copyOf,
                refs,
                encrypted,
                table,
                new Fact.Known<>(Set.of(versions)),
                people,
                pointers,
                places,
                https);
    }

    StoreSeen people(String... fingerprints) {
        return new StoreSeen(
                server, copyOf, refs, encrypted, table, migrations, Set.of(fingerprints), pointers, places, https);
    }

    StoreSeen pointing(String host, int port) {
        Pointer pointer = new Pointer("foreign server", "source", new Place(host, port, Optional.of("postgres")));
        return new StoreSeen(
                server,
                copyOf,
                refs,
                encrypted,
                table,
                migrations,
                people,
                List.of(new Fact.Known<>(List.of(pointer))),
                places,
                https);
    }

    StoreProbe.Seen seen() {
        return seen(UnaryOperator.identity());
    }

    /** With one more thing changed about its database. */
    StoreProbe.Seen seen(UnaryOperator<Database> change) {
        Database database = new Database(
                "database",
                "DATABASE_URL",
                copyOf,
                server,
                encrypted,
                Optional.empty(),
                List.of(table),
                Optional.of(migrations),
                List.of(new PersonalColumn(new ColumnName("profiles", "email"), new Fact.Known<>(people), Set.of())),
                pointers);
        return new StoreProbe.Seen(List.of(change.apply(database)), refs, places, https);
    }

    /** The same environment with TLS required to its storage, and that alone. */
    static Environment withStrictStorage(Environment environment) {
        return SampleSystem.withStores(
                environment,
                List.of(new StoreAddress(
                        "storage", "STORAGE_URL", Optional.empty(), Optional.empty(), Optional.empty(), true, 0)));
    }

    /** The same environment with other policies for its database. */
    static Environment with(Environment environment, boolean tlsRequired, int migrationsAhead) {
        StoreAddress address = new StoreAddress(
                "database",
                "DATABASE_URL",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                tlsRequired,
                migrationsAhead);
        return SampleSystem.withStores(environment, List.of(address));
    }
}
