package dev.envproof.probe.store;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One database of an environment.
 *
 * @param variable the name of the variable that holds its URL
 * @param copyOf another environment whose URL has the very same user and password
 * @param server unknown where it could not be opened; all else that needs a session is unknown then too
 * @param weakMode the sslmode of its URL where that lets plain text pass
 * @param pointers one fact per kind of thing that reaches out of it
 */
public record Database(
        String store,
        String variable,
        Optional<String> copyOf,
        Fact<Server> server,
        Fact<Boolean> encrypted,
        Optional<String> weakMode,
        List<PrivateTable> privateTables,
        Optional<Fact<Set<String>>> migrations,
        List<PersonalColumn> personalData,
        List<Fact<List<Pointer>>> pointers) {
    public Database {
        privateTables = List.copyOf(privateTables);
        personalData = List.copyOf(personalData);
        pointers = List.copyOf(pointers);
    }
}
