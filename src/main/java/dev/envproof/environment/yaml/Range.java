package dev.envproof.environment.yaml;

/** Whole numbers, both ends included. */
public record Range(int least, int most) {
    boolean holds(int number) {
        return least <= number && number <= most;
    }

    @Override
    public String toString() {
        return "a whole number from " + least + " to " + most;
    }
}
