package dev.envproof.environment;

import dev.envproof.environment.yaml.KeyPath;
import dev.envproof.environment.yaml.Nearest;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What may be asked for on the command line.
 *
 * @param flag as it is typed, such as {@code -Denv}
 * @param what it names, such as "environment"
 * @param known the names that exist
 */
public record Choice(String flag, String what, List<String> known) {
    private static final String ALL = "all";

    public Choice {
        known = List.copyOf(known);
    }

    /**
     * The names in a comma list, each once.
     *
     * @throws UnknownName where it holds none, or one that is not known
     */
    public List<String> of(String commaList) {
        List<String> names = Arrays.stream(commaList.split(",", -1))
                .map(String::strip)
                .distinct()
                .toList();
        String complaints = names.stream()
                .filter(name -> !known.contains(name))
                .map(this::complaint)
                .collect(Collectors.joining("\n"));
        if (!complaints.isEmpty()) {
            throw new UnknownName(complaints);
        }
        return names;
    }

    /** Like {@link #of}, but the word {@code all} stands for every known name. */
    public List<String> ofOrAll(String commaList) {
        return commaList.strip().equals(ALL) ? known : of(commaList);
    }

    /** Like {@link #of}, for a flag that takes one name. */
    public String oneOf(String name) {
        if (name.contains(",")) {
            throw new UnknownName(flag + ": takes one " + what + ", not a list; " + knownNames());
        }
        return of(name).get(0);
    }

    private String complaint(String name) {
        String seen = name.isEmpty() ? "no " + what + " named" : "unknown " + what + Nearest.question(name, known);
        return flag + "=" + KeyPath.shown(name) + ": " + seen + (seen.endsWith("?") ? " " : "; ") + knownNames();
    }

    private String knownNames() {
        return "known: " + (known.isEmpty() ? "none" : String.join(", ", known));
    }
}
