package dev.envproof.probe;

/**
 * How much of an answer is read at most.
 *
 * @param headerLines of one answer; more is a protocol error
 * @param lineLength in bytes, for the status line and for each header; longer is a protocol error
 * @param bodyBytes after decoding; the rest is left unread and the answer says that it was cut
 * @param interimAnswers answers with a 1xx status before the final one (RFC 9110, 15.2)
 */
public record Caps(int headerLines, int lineLength, int bodyBytes, int interimAnswers) {
    /** Far above what a service sends, far below what hurts. */
    public static final Caps DEFAULT = new Caps(200, 32 * 1024, 1024 * 1024, 20);
}
