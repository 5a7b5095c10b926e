package dev.envproof.probe.secrets;

/**
 * How long a value is, to within eight characters, so that the length itself tells little.
 *
 * @param from the fewest characters
 * @param to the most characters
 */
public record LengthClass(int from, int to) {
    private static final int WIDTH = 8;
    private static final int LONGEST = 64;

    static LengthClass of(String value) {
        int length = value.codePointCount(0, value.length());
        int from = Math.min(length - length % WIDTH, LONGEST);
        return new LengthClass(from, from == LONGEST ? Integer.MAX_VALUE : from + WIDTH - 1);
    }

    @Override
    public String toString() {
        return from == LONGEST ? LONGEST + " characters or more" : from + " to " + to + " characters";
    }
}
