package dev.envproof.probe;

import dev.envproof.evidence.Exchange;
import java.util.Optional;

/** Who a store is, by a direct look at it: a value that only that store can give. */
public sealed interface StoreIdentity {

    /** PostgreSQL's system identifier, or the content of the bucket's object {@code identity}. */
    record Known(String value) implements StoreIdentity {}

    /**
     * The look failed.
     *
     * @param why names the stage, never a value
     * @param status the answer's status where one came, such as a storage API's 401
     */
    record Unknown(String why, Optional<Integer> status, Optional<Exchange> exchange) implements StoreIdentity {
        public static Unknown because(String why) {
            return new Unknown(why, Optional.empty(), Optional.empty());
        }
    }

    /** The value where it is known. */
    default Optional<String> known() {
        return this instanceof Known known ? Optional.of(known.value()) : Optional.empty();
    }
}
