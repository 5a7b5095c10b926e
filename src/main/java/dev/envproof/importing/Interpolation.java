package dev.envproof.importing;

import dev.envproof.environment.SecretName;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills in Compose's <code>${NAME}</code>, with defaults; what a secret's variable holds is never filled in. */
record Interpolation(Map<String, String> values) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final int DEEPEST = 8;

    Interpolation {
        values = Map.copyOf(values);
    }

    /** The text as Compose would have it, or nothing where a variable's value is not known. */
    Optional<String> of(String written) {
        return of(written, 0);
    }

    private Optional<String> of(String written, int depth) {
        StringBuilder filled = new StringBuilder();
        int at = 0;
        while (at < written.length()) {
            char next = written.charAt(at);
            if (next != '$' || at + 1 == written.length()) {
                filled.append(next);
                at++;
            } else if (written.charAt(at + 1) == '$') {
                filled.append('$');
                at += 2;
            } else {
                int end = end(written, at);
                Optional<String> value = value(written.substring(at + 1, end), depth);
                if (value.isEmpty() || depth > DEEPEST) {
                    return Optional.empty();
                }
                filled.append(value.get());
                at = end;
            }
        }
        return Optional.of(filled.toString());
    }

    /** Where a variable that begins at a dollar sign ends. */
    private static int end(String written, int at) {
        if (written.charAt(at + 1) != '{') {
            Matcher name = NAME.matcher(written).region(at + 1, written.length());
            return name.lookingAt() ? name.end() : at + 1;
        }
        int open = 0;
        for (int index = at + 1; index < written.length(); index++) {
            open += written.charAt(index) == '{' ? 1 : written.charAt(index) == '}' ? -1 : 0;
            if (open == 0) {
                return index + 1;
            }
        }
        return written.length();
    }

    private Optional<String> value(String variable, int depth) {
        String inner = variable.startsWith("{") ? variable.substring(1, variable.length() - 1) : variable;
        Matcher name = NAME.matcher(inner);
        if (!name.lookingAt() || new SecretName(name.group()).mayHoldSecret()) {
            return Optional.empty();
        }
        String value = values.get(name.group());
        if (value != null) {
            return Optional.of(value);
        }
        String rest = inner.substring(name.end());
        int dash = rest.startsWith(":-") ? 2 : rest.startsWith("-") ? 1 : 0;
        return dash == 0 ? Optional.empty() : of(rest.substring(dash), depth + 1);
    }
}
