package dev.envproof.fingerprint;

/** Fingerprints that can't be made or compared: the message says what was seen, and what is accepted. */
public final class UnfitFingerprints extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnfitFingerprints(String message) {
        super(message);
    }
}
