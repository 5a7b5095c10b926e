package dev.envproof.replica.embedded;

import dev.envproof.replica.ReplicaException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The tables of one environment and the made-up people in them, who live in no other environment. */
final class Schema {
    private static final String TABLES = resource("schema.sql");
    private static final List<String> FIRST = List.of("Mira", "Tomas", "Aiko", "Samuel", "Leila");
    private static final List<String> LAST = List.of("Okafor", "Lindgren", "Moreau", "Castillo", "Haddad");

    private Schema() {}

    static String healthy(Project project) {
        return "set role \"" + project.databaseUser() + "\";\n" + TABLES + people(project) + "\nreset role;";
    }

    static String people(Project project) {
        String rows = IntStream.range(0, FIRST.size())
                .mapToObj(i -> "(%d, '%s', '%s')".formatted(i + 1, email(project, i), FIRST.get(i) + " " + LAST.get(i)))
                .collect(Collectors.joining(", "));
        return "insert into profiles (id, email, full_name) values " + rows + ";";
    }

    /** The project's reference makes an address that no sibling has. */
    private static String email(Project project, int person) {
        return (FIRST.get(person) + "." + LAST.get(person)).toLowerCase(java.util.Locale.ROOT) + "."
                + project.ref().substring(0, 6) + "@people.example";
    }

    static String resource(String name) {
        try (InputStream stream = Schema.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new ReplicaException("the file " + name + " is missing from the program: build it again");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
