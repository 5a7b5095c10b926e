package dev.envproof.probe.store;

import dev.envproof.evidence.VisibleText;

/**
 * Something in a database that reaches out of it: a foreign server, a subscription, a scheduled job, a webhook.
 *
 * @param kind what it is, for a reader
 * @param name its name in the database
 * @param place where it leads
 */
public record Pointer(String kind, String name, Place place) {
    private static final int LONGEST = 60;

    public Pointer {
        name = VisibleText.of(name.substring(0, Math.min(name.length(), LONGEST)));
    }

    @Override
    public String toString() {
        return kind + " " + name + " to " + place;
    }
}
