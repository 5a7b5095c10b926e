package dev.envproof.importing;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A request header that picks the environment.
 *
 * @param environments the values that were seen, as written
 * @param otherwise the value that stands for every other one, empty where that was not told
 */
record RoutingClue(String header, List<String> environments, String otherwise, String place) {
    private static final Pattern NAMES_ENVIRONMENTS =
            Pattern.compile("(?i)x-([a-z0-9]+-)*(env|environment|stage)(-name)?");

    RoutingClue {
        environments = List.copyOf(environments);
    }

    static boolean isRouting(String header) {
        return NAMES_ENVIRONMENTS.matcher(header).matches();
    }
}
