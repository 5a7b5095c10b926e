package dev.envproof.environment.yaml;

/** Ends the reading of one file: what follows cannot be understood. */
final class Refused extends RuntimeException {
    private final transient Problem problem;

    Refused(Place place, String key, String seen, String accepted) {
        super(seen, null, false, false);
        this.problem = new Problem(place, key, seen, accepted);
    }

    Problem problem() {
        return problem;
    }
}
