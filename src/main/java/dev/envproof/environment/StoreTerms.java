package dev.envproof.environment;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an environment's file says of a store beyond its address.
 *
 * @param mail what becomes of its mail, where the file says so; key {@code mode}
 * @param prefix what the names of its search indices, or of its objects, begin with
 * @param isReadOnly whether the environment may only read the store; {@code shared: read-only} in the file
 * @param mayTryWrite whether a write may be tried there, in a transaction that is rolled back
 * @param database the database's name, where the file names it
 * @param isAnonymised whether its data must be no real people's; {@code data: anonymised} in the file
 */
public record StoreTerms(
        Optional<Mail> mail,
        Optional<String> prefix,
        boolean isReadOnly,
        boolean mayTryWrite,
        Optional<String> database,
        boolean isAnonymised) {

    public static StoreTerms none() {
        return new StoreTerms(Optional.empty(), Optional.empty(), false, false, Optional.empty(), false);
    }

    /**
     * What becomes of an environment's mail.
     *
     * @param outboxVariable holds the address of the list of mails in the environment's own outbox
     * @param trapVariable holds the address of the list of mails that arrived in the outside world
     * @param window how long a mail may take to arrive
     */
    public record Mail(Mode mode, Optional<String> outboxVariable, Optional<String> trapVariable, Duration window) {
        /** The variables that hold addresses of lists of mails. */
        Stream<String> addresses() {
            return Stream.concat(outboxVariable.stream(), trapVariable.stream());
        }
    }

    /** Where mail goes. */
    public enum Mode {
        /** To an outbox that only developers read. */
        SHADOW,
        /** To the people it is for. */
        REAL
    }
}
