package dev.envproof.suite;

import dev.envproof.evidence.ShownText;
import java.util.Locale;

/**
 * A threshold that was crossed while a service's health was asked in a row; it closes no gate.
 *
 * @param service the service, and for a dependency its name behind a slash
 * @param says which threshold was crossed, and by how much
 */
public record Alert(Kind kind, String environment, String service, String says) {
    private static final int LONGEST = 1_000;

    public Alert {
        service = ShownText.of(service, LONGEST);
        says = ShownText.of(says, LONGEST);
    }

    /** What went wrong. */
    public enum Kind {
        DOWN("service down"),
        ERROR_RATE("high error rate"),
        DEGRADATION("degradation"),
        DEPENDENCY("dependency failure"),
        NOT_MEASURED("not measured");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    /** As the history names it: {@code alert/error-rate/job-matcher}. */
    public String id() {
        return "alert/" + word() + "/" + service;
    }

    /** The kind as JSON and histories write it: {@code error-rate}. */
    public String word() {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** One line. */
    public String text() {
        return environment + ": " + service + ": " + kind.words + ": " + says;
    }
}
