package dev.envproof.replica.embedded;

import dev.envproof.fault.Fault;
import dev.envproof.fault.ParityLookAlike;

/** Time zones and collations of databases; sessions that begin later have them, and the next restore undoes them. */
record LocaleFaults(Shape shape, ProjectStores staging, ProjectStores production) {
    /** Only the majors of which a fault changes the collation have that column. */
    static final String UNDONE = """
            do $$ begin
                execute format('alter database %I reset timezone', current_database());
                if exists (select 1 from pg_attribute
                        where attrelid = 'pg_database'::regclass and attname = 'daticulocale') then
                    execute 'update pg_database its set datcollate = first.datcollate, datctype = first.datctype,'
                        ' datlocprovider = first.datlocprovider, daticulocale = first.daticulocale'
                        ' from pg_database first where first.datname = ''template0'' and its.datname = current_database()'
                        ' and (its.datcollate <> first.datcollate or its.datlocprovider <> first.datlocprovider)';
                end if;
            end $$;
            """;

    void commit() {
        if (shape.shows(Fault.PARITY_TIME_ZONE_DIFFERS)) {
            keepZone(staging, "America/New_York");
        }
        if (shape.shows(ParityLookAlike.PARITY_ZONE_UNDER_ANOTHER_NAME)) {
            keepZone(staging, "Etc/UTC");
            keepZone(production, "UTC");
        }
        if (shape.shows(Fault.PARITY_COLLATION_DIFFERS)) {
            inStaging("datlocprovider = 'i', daticulocale = 'en-US'");
        }
        if (shape.shows(ParityLookAlike.PARITY_COLLATION_UNDER_ANOTHER_NAME)) {
            inStaging("datcollate = 'POSIX', datctype = 'POSIX'");
        }
    }

    private static void keepZone(ProjectStores stores, String zone) {
        stores.cluster()
                .asSuperuser("do $$ begin execute format('alter database %I set timezone = ''" + zone
                        + "''', current_database()); end $$");
    }

    private void inStaging(String columns) {
        staging.cluster().asSuperuser("update pg_database set " + columns + " where datname = current_database()");
    }
}
