package dev.envproof.importing;

/** Numbers of things in words. */
final class Count {
    private Count() {}

    static String of(int count, String thing) {
        return count + " " + thing + (count == 1 ? "" : "s");
    }
}
