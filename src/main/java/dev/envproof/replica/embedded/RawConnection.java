package dev.envproof.replica.embedded;

import io.undertow.server.AbstractServerConnection;
import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.xnio.Options;
import org.xnio.conduits.StreamSinkConduit;

/** The bare connection of a request: what is written to it is no longer held to be HTTP. Bounded in bytes and in time. */
final class RawConnection implements AutoCloseable {
    private static final long LONGEST = TimeUnit.SECONDS.toNanos(20);
    private static final long MOST_BYTES = 64L << 20;

    private final AbstractServerConnection connection;
    private final StreamSinkConduit sink;
    private final long end = System.nanoTime() + LONGEST;
    private long left = MOST_BYTES;

    RawConnection(HttpServerExchange exchange) {
        this.connection = (AbstractServerConnection) exchange.getConnection();
        this.sink = connection.getOriginalSinkConduit();
    }

    void write(String text) throws IOException {
        write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    void write(byte[] bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            if (isOver() || left <= 0) {
                throw new IOException("enough");
            }
            int written = sink.write(buffer);
            left -= written;
            if (written == 0) {
                sink.awaitWritable(1, TimeUnit.SECONDS);
            }
        }
    }

    boolean isOver() {
        return System.nanoTime() > end;
    }

    /** @return whether there is time left */
    boolean pause(long millis) throws IOException {
        try {
            return !new CountDownLatch(1).await(millis, TimeUnit.MILLISECONDS) && !isOver();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped", stopped);
        }
    }

    void reset() throws IOException {
        connection.getChannel().setOption(Options.CLOSE_ABORT, true);
    }

    @Override
    public void close() throws IOException {
        sink.flush();
        connection.close();
    }
}
