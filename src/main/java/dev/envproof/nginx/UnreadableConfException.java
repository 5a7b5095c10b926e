package dev.envproof.nginx;

/** A configuration that can't be read, as nginx would not start with it; the message begins with the place. */
public final class UnreadableConfException extends Exception {
    private final String place;
    private final String problem;

    public UnreadableConfException(String place, String problem) {
        super(place + ": " + problem);
        this.place = place;
        this.problem = problem;
    }

    /** The file, with line and column where one is meant. */
    public String place() {
        return place;
    }

    public String problem() {
        return problem;
    }
}
