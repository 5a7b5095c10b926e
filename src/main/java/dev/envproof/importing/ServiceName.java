package dev.envproof.importing;

import dev.envproof.environment.Forms;
import dev.envproof.environment.Randomness;
import java.util.Locale;

/** Makes names that the written files accept. */
final class ServiceName {
    private static final int LONGEST = 63;

    private ServiceName() {}

    /** The name in lower case with dashes, as `job_matcher` becomes `job-matcher`. */
    static String of(String written) {
        String plain =
                written.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^[-0-9]+|-+$", "");
        String name = plain.substring(0, Math.min(LONGEST, plain.length()));
        return Forms.isName(name) && !Randomness.shows(name) ? name : "service";
    }
}
