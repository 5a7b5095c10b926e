package dev.envproof.environment.yaml;

/**
 * One thing that is wrong in a file, with what to write in its place. No part of it ever holds a variable's value.
 *
 * @param key the keys that lead there, joined by dots; empty where the whole file is meant
 * @param seen what stands there, in words
 * @param accepted the form that is accepted there
 */
public record Problem(Place place, String key, String seen, String accepted) {

    /** One line: where, which key, what was seen, what is accepted. */
    public String text() {
        String subject = key.isEmpty() ? "" : "`" + key + "`: ";
        String joint = seen.endsWith("?") ? " " : "; ";
        return place + ": " + subject + seen + joint + "accepted: " + accepted;
    }
}
