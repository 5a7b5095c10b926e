package dev.envproof.probe.parity;

import dev.envproof.environment.ContractVariable;
import dev.envproof.evidence.Exchange;
import java.util.Optional;

/**
 * One variable of the contract, as one source has it.
 *
 * @param source where it was seen, as words for a report
 * @param state whether there is a value
 * @param detail why nothing was seen, where that is so
 * @param fingerprint of the one way to write the value; equal where the values are
 * @param shown the one way to write the value, where the contract lets a report show it
 */
public record Setting(
        ContractVariable declared,
        String source,
        State state,
        String detail,
        Optional<String> fingerprint,
        Optional<String> shown,
        Optional<Exchange> exchange) {

    /** What is known of a value. */
    public enum State {
        SET,
        EMPTY,
        UNSET,
        /** Not of the type that the contract declares. */
        MISFIT,
        /** The source could not be looked at. */
        UNSEEN
    }

    static Setting without(ContractVariable declared, String source, State state, String detail) {
        return new Setting(declared, source, state, detail, Optional.empty(), Optional.empty(), Optional.empty());
    }

    Setting seenIn(Exchange seen) {
        return new Setting(declared, source, state, detail, fingerprint, shown, Optional.of(seen));
    }

    public boolean isSet() {
        return state == State.SET;
    }

    /** The value, or what may be told of it. */
    public String says() {
        return switch (state) {
            case SET -> shown.orElse("a value that is not shown");
            case EMPTY -> "set to nothing";
            case UNSET -> "unset";
            case MISFIT -> "not " + declared.as().says();
            case UNSEEN -> detail;
        };
    }
}
