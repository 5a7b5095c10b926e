package dev.envproof.merge;

/** Reports that are not the shards of one run: the message says which, what was seen, and what is accepted. */
public final class UnfitShards extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnfitShards(String message) {
        super(message);
    }
}
