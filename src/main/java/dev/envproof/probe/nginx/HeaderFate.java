package dev.envproof.probe.nginx;

/** What becomes of a client's header on its way through a location. */
public enum HeaderFate {
    /** It arrives as the client sent it. */
    FORWARDED("is forwarded"),
    /** It never arrives. */
    DROPPED("is dropped"),
    /** Every request arrives with the same value. */
    PINNED("is set to a constant"),
    /** It is set from a variable whose source can't be seen. */
    UNCLEAR("is set from a variable whose source is not in the file");

    private final String says;

    HeaderFate(String says) {
        this.says = says;
    }

    public String says() {
        return says;
    }
}
