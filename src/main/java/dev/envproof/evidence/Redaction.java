package dev.envproof.evidence;

import java.util.Collection;
import java.util.List;

/** Hides every known secret in a text, in each form that it may take on its way. */
public final class Redaction {
    private final List<String> forms;

    private Redaction(List<String> forms) {
        this.forms = forms;
    }

    public static Redaction of(Collection<String> secrets) {
        return new Redaction(
                secrets.stream().filter(secret -> !secret.isBlank()).toList());
    }

    public String redact(String text) {
        String safe = text;
        for (String form : forms) {
            safe = safe.replace(form, "[redacted]");
        }
        return safe;
    }
}
