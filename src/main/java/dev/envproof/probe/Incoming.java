package dev.envproof.probe;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** What arrives, and whether it has ended: the parser takes the end of the stream for the end of the headers. */
final class Incoming extends FilterInputStream {
    private boolean ended;

    Incoming(InputStream in) {
        super(in);
    }

    boolean hasEnded() {
        return ended;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int read = super.read(into, from, length);
        ended = ended || read < 0;
        return read;
    }
}
