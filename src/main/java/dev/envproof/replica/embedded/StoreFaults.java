package dev.envproof.replica.embedded;

import dev.envproof.fault.Fault;
import dev.envproof.fault.LookAlike;
import dev.envproof.replica.Side;
import java.net.URI;
import java.util.Map;

/** Faults inside the stores themselves: committed after every part was restored, and undone by the next restore. */
final class StoreFaults {
    /** Removes what the schema's own restoring does not. */
    static final String UNDONE = """
            drop extension if exists postgres_fdw cascade;
            drop function if exists people_changed cascade;
            drop table if exists public_skills;
            """ + LocaleFaults.UNDONE;

    private final Shape shape;
    private final ProjectStores staging;
    private final ProjectStores production;

    private StoreFaults(Shape shape, ProjectStores staging, ProjectStores production) {
        this.shape = shape;
        this.staging = staging;
        this.production = production;
    }

    /** @param stores by environment */
    static void commit(Shape shape, Map<String, ProjectStores> stores) {
        ProjectStores staging = stores.get("staging");
        ProjectStores production = stores.get("production");
        if (staging != null && production != null && !shape.deviations().isEmpty()) {
            StoreFaults faults = new StoreFaults(shape, staging, production);
            faults.rows();
            faults.schema();
            faults.users();
            new LocaleFaults(shape, staging, production).commit();
            faults.pointers();
        }
    }

    private void rows() {
        if (shape.shows(Fault.ISOLATION_PERSONAL_DATA_COPIED)) {
            inStaging("delete from profiles; " + Schema.people(production.project()));
        }
        if (shape.shows(LookAlike.ISOLATION_ANONYMISED_COPY)) {
            inStaging(
                    "update profiles set email = 'person-' || id || '@anonymised.example', full_name = 'Person ' || id");
        }
    }

    private void schema() {
        if (shape.shows(Fault.ISOLATION_ROW_SECURITY_OFF)) {
            inStaging("alter table profiles disable row level security");
        }
        if (shape.shows(LookAlike.ISOLATION_PUBLIC_TABLE)) {
            inStaging("create table public_skills (name text primary key);"
                    + "grant select on public_skills to anon; insert into public_skills values ('weaving')");
        }
        if (shape.shows(Fault.ISOLATION_MIGRATION_MISSING)) {
            inStaging("delete from schema_migrations where version = (select max(version) from schema_migrations)");
        }
        if (shape.shows(LookAlike.ISOLATION_MIGRATION_AHEAD)) {
            inStaging("insert into schema_migrations (version) values ('20261115080000')");
        }
    }

    private void users() {
        if (shape.shows(Fault.SECRETS_SHARED_BETWEEN_ENVIRONMENTS)) {
            staging.cluster().changePassword(production.project().databasePassword());
        }
        if (shape.shows(Fault.ISOLATION_POOLER_USER_OF_SIBLING)) {
            addUser(production.project().databaseUser());
        }
        if (shape.shows(LookAlike.ISOLATION_DIRECT_USER)) {
            addUser(ConfigurationFaults.DIRECT_USER);
        }
    }

    /** The same rights and password under another name. */
    private void addUser(String name) {
        inStaging(
                "drop role if exists \"%1$s\"; create role \"%1$s\" login bypassrls password '%2$s' in role \"%3$s\", anon, service_role"
                        .formatted(
                                name,
                                staging.project().databasePassword(),
                                staging.project().databaseUser()));
    }

    private void pointers() {
        if (shape.shows(Fault.ISOLATION_FOREIGN_SERVER_OF_SIBLING)) {
            addServer(production);
        }
        if (shape.shows(LookAlike.ISOLATION_POINTERS_HARMLESS)) {
            addServer(staging);
            inStaging("""
                    create function people_changed() returns trigger language plpgsql as 'begin return new; end';
                    create trigger tell_production after insert on profiles for each row
                        execute function people_changed('%sfunctions/v1/people');
                    alter table profiles disable trigger tell_production;
                    """.formatted(production.gateway().url(Side.OUTSIDE)));
        }
    }

    /** Nobody connects to it: it stands there by the address that a reader knows it by. */
    private void addServer(ProjectStores pointed) {
        URI database = URI.create(pointed.cluster().url(Side.OUTSIDE));
        inStaging("create extension postgres_fdw; create server people_source foreign data wrapper postgres_fdw"
                + " options (host '%s', port '%d', dbname '%s')"
                        .formatted(
                                database.getHost(),
                                database.getPort(),
                                pointed.project().database()));
    }

    private void inStaging(String statements) {
        staging.cluster().asSuperuser(statements);
    }
}
