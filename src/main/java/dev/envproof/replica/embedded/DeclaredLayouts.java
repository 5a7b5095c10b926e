package dev.envproof.replica.embedded;

import dev.envproof.environment.DatabaseLayout;
import dev.envproof.environment.Store;
import dev.envproof.fault.Fault;
import dev.envproof.fault.StoreLookAlike;
import java.util.Map;
import java.util.Optional;

/** What the files declare of databases beside the tables that all replicas have, and what faults leave out of it. */
final class DeclaredLayouts {
    private final DatabaseLayout layout;

    private DeclaredLayouts(DatabaseLayout layout) {
        this.layout = layout;
    }

    /** @param stores by environment; every one was restored */
    static void show(Shape shape, Map<String, ProjectStores> stores) {
        Optional<DatabaseLayout> declared = shape.system().stores().stream()
                .filter(Store.Database.class::isInstance)
                .map(store -> ((Store.Database) store).layout())
                .filter(layout -> !layout.equals(DatabaseLayout.undeclared()))
                .findFirst();
        declared.map(DeclaredLayouts::new).ifPresent(layouts -> {
            stores.values().forEach(store -> store.cluster().asSuperuser(layouts.statements()));
            Optional.ofNullable(stores.get("staging")).ifPresent(staging -> layouts.commit(shape, staging.cluster()));
        });
    }

    /** Safe to run again. */
    private String statements() {
        StringBuilder statements = new StringBuilder("select 1;");
        layout.schemas().forEach(schema -> statements.append("create schema if not exists \"%s\";".formatted(schema)));
        layout.extensions().keySet().forEach(extension -> statements.append("""
                do $$ begin
                    if exists (select from pg_available_extensions where name = '%1$s') then
                        create extension if not exists "%1$s";
                    end if;
                end $$;
                """.formatted(extension)));
        layout.indexes()
                .forEach(index ->
                        statements.append("create index if not exists \"%s\" on profiles (email);".formatted(index)));
        return statements.toString();
    }

    private void commit(Shape shape, PostgresCluster staging) {
        if (shape.shows(Fault.ISOLATION_SCHEMA_MISSING)) {
            layout.schemas().forEach(schema -> staging.asSuperuser("drop schema \"" + schema + "\" cascade"));
        }
        if (shape.shows(Fault.ISOLATION_INDEX_MISSING)) {
            layout.indexes().stream()
                    .findFirst()
                    .ifPresent(index -> staging.asSuperuser("drop index \"" + index + '"'));
        }
        if (shape.shows(Fault.ISOLATION_EXTENSION_MISSING)) {
            layout.extensions()
                    .keySet()
                    .forEach(name -> staging.asSuperuser("drop extension if exists \"" + name + '"'));
        }
        if (shape.shows(Fault.ISOLATION_COLUMN_DIFFERS)) {
            staging.asSuperuser("alter table profiles alter column full_name type varchar(20),"
                    + " alter column full_name drop not null");
        }
        if (shape.shows(Fault.ISOLATION_REAL_ADDRESSES)) {
            staging.asSuperuser("update profiles set email = 'mira.okafor@gmx.net' where id = 1");
        }
        if (shape.shows(StoreLookAlike.ISOLATION_STRUCTURE_AHEAD)) {
            staging.asSuperuser("alter table profiles add column language text;"
                    + " insert into schema_migrations (version) values ('20261115080000')");
        }
    }
}
