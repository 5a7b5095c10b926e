package dev.envproof.environment;

import dev.envproof.environment.StoreTerms.Mail;
import dev.envproof.environment.StoreTerms.Mode;
import dev.envproof.environment.yaml.Fields;
import dev.envproof.environment.yaml.Range;
import java.time.Duration;
import java.util.Optional;

/** The keys of an environment's store that only some kinds of stores heed. */
record StoreTermsKeys(Fields keys) {
    private static final int WINDOW_SECONDS = 10;

    StoreTerms decode() {
        Optional<Mode> mode = keys.optionalWord("mode", Mode.class);
        Optional<String> outbox = keys.optionalText("outbox", Forms.VARIABLE);
        Optional<String> trap = keys.optionalText("trap", Forms.VARIABLE);
        Duration window = Duration.ofSeconds(keys.number("window-seconds", new Range(1, 20), WINDOW_SECONDS));
        return new StoreTerms(
                mode.map(known -> new Mail(known, outbox, trap, window)),
                keys.optionalText("prefix", Forms.BUCKET),
                keys.optionalWord("shared", Shared.class).isPresent(),
                keys.flag("try-write", false),
                keys.optionalText("database", Forms.WORD),
                keys.optionalWord("data", Data.class)
                        .filter(Data.ANONYMISED::equals)
                        .isPresent());
    }

    private enum Shared {
        READ_ONLY
    }

    private enum Data {
        OWN,
        ANONYMISED
    }
}
