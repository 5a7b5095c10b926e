package dev.envproof.probe.cors;

import java.security.SecureRandom;
import java.util.stream.Collectors;

/** Host labels that no rule of any server can know. */
final class HostLabel {
    private static final SecureRandom RANDOM = new SecureRandom();

    private static final int LENGTH = 11;

    private HostLabel() {}

    static String unused() {
        return RANDOM.ints(LENGTH, 'a', 'z' + 1).mapToObj(Character::toString).collect(Collectors.joining());
    }
}
