package dev.envproof.junit;

/** Nothing was verified, for a reason that a user can mend; it carries no stack trace, which would hide the reason. */
final class NothingVerified extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NothingVerified(String reason) {
        super("nothing was verified: " + reason, null, false, false);
    }
}
