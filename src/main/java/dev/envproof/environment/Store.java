package dev.envproof.environment;

import java.util.List;
import java.util.Optional;

/** A place where a system keeps data, declared once for all its environments. */
public sealed interface Store {
    String name();

    /**
     * A PostgreSQL database.
     *
     * @param privateTables tables that must have row-level security on
     * @param personalData {@code table.column} pairs whose values must not be in two environments
     * @param migrations {@code table.column} that holds the applied schema versions
     * @param layout what else it must have in every environment
     */
    record Database(
            String name,
            List<String> privateTables,
            List<ColumnName> personalData,
            Optional<ColumnName> migrations,
            DatabaseLayout layout)
            implements Store {
        public Database {
            privateTables = List.copyOf(privateTables);
            personalData = List.copyOf(personalData);
        }

        /** A database of which no layout is declared. */
        public Database(
                String name,
                List<String> privateTables,
                List<ColumnName> personalData,
                Optional<ColumnName> migrations) {
            this(name, privateTables, personalData, migrations, DatabaseLayout.undeclared());
        }
    }

    /** A bucket behind an HTTP storage API (Supabase's: {@code <url>/storage/v1/object/<bucket>/<name>}). */
    record ObjectStorage(String name, String bucket, boolean isPrivate) implements Store {}

    /**
     * A Redis server, or a numbered database of one.
     *
     * @param isShared whether environments share one server on purpose, each with a prefix or a number of its own
     * @param sameAs the store whose server and number it must have too, such as a broker that is the cache as well
     */
    record Redis(String name, boolean isShared, Optional<String> sameAs) implements Store {}
    /** Where a system's mail goes: an SMTP server. */
    record Mail(String name) implements Store {}

    /** A search engine with Elasticsearch's API over HTTP. */
    record Search(String name) implements Store {}

    /** A graph database with Neo4j's transactions over HTTP. */
    record Graph(String name) implements Store {}

    /** A bucket behind Amazon S3's API. */
    record S3(String name, String bucket, boolean isPrivate, Optional<Integer> signedForDays) implements Store {}

    /** A column of a table, written {@code table.column}. */
    record ColumnName(String table, String column) {}
}
