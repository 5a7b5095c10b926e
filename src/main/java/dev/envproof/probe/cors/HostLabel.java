package dev.envproof.probe.cors;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Host labels that no rule of any server can know. */
final class HostLabel {
    private static final SecureRandom RANDOM = new SecureRandom();

    private HostLabel() {}

    static String unused() {
        byte[] bytes = new byte[5];
        RANDOM.nextBytes(bytes);
        return "o" + HexFormat.of().formatHex(bytes);
    }
}
