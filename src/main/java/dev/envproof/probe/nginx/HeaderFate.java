package dev.envproof.probe.nginx;

/** What becomes of a client's header on its way through a location. */
public enum HeaderFate {
    /** It arrives as the client sent it. */
    FORWARDED("is forwarded"),
    /** It never arrives. */
    DROPPED("is dropped"),
    /** Every request arrives with the same value. */
    PINNED("is set to a constant"),
    /** It is set from a variable whose values can't be told. */
    UNCLEAR("is set from a variable that can't be followed"),
    /** A part of the configuration that may change it was not seen. */
    UNREAD("may be changed by an include that was not read");

    private final String says;

    HeaderFate(String says) {
        this.says = says;
    }

    /** Whether the file tells what becomes of the header. */
    public boolean isTold() {
        return this != UNCLEAR && this != UNREAD;
    }

    public String says() {
        return says;
    }
}
