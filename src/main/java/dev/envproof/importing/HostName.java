package dev.envproof.importing;

import dev.envproof.environment.Randomness;
import java.util.regex.Pattern;

/** Which texts are names of hosts that may be written down. */
final class HostName {
    private static final Pattern FORM = Pattern.compile("(?=.*[a-z])[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?");
    private static final Pattern BETWEEN = Pattern.compile("[-_.]");

    private HostName() {}

    static boolean fits(String host) {
        return FORM.matcher(host).matches() && !Randomness.shows(host);
    }

    /** Whether a host's first label is api, alone or with an environment's name. */
    static boolean isApi(String host) {
        return BETWEEN.splitAsStream(host.split("\\.", 2)[0]).anyMatch("api"::equals);
    }
}
