package dev.envproof.probe.mail;

import java.util.List;

/**
 * Whether a mail is in a list of mails.
 *
 * @param recipients of its envelope; headers may name others
 */
public record Delivery(boolean arrived, List<String> recipients) {
    public Delivery {
        recipients = List.copyOf(recipients);
    }

    static Delivery none() {
        return new Delivery(false, List.of());
    }
}
