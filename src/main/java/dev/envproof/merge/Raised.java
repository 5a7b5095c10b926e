package dev.envproof.merge;

import dev.envproof.evidence.VisibleText;
import dev.envproof.suite.Alert;

/** An alert in {@code shard.json}. */
record Raised(Alert.Kind kind, String environment, String service, String says) {

    static Raised of(Alert alert) {
        return new Raised(alert.kind(), alert.environment(), alert.service(), alert.says());
    }

    /** Escaped once more: a file that comes from another machine is not trusted. */
    Alert asAlert() {
        return new Alert(kind, VisibleText.of(environment), VisibleText.of(service), VisibleText.of(says));
    }
}
