package dev.envproof.probe;

import java.io.IOException;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Future;
import org.apache.http.HttpHost;
import org.apache.http.HttpRequest;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpUriRequest;
import org.apache.http.conn.ClientConnectionManager;
import org.apache.http.impl.client.DefaultHttpRequestRetryHandler;
import org.apache.http.impl.client.SystemDefaultHttpClient;
import org.apache.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/**
 * REST Assured's client with one deadline from the first connect to the last byte of the body (its own timeouts count
 * from byte to byte) and no retry. When the deadline passes it aborts the exchange and gives its connections up.
 */
@SuppressWarnings("deprecation") // REST Assured accepts this generation of clients only
final class DeadlineClient extends SystemDefaultHttpClient {
    private final Duration deadline;
    private final Reaching reaching;
    private final Queue<Future<?>> guards = new ConcurrentLinkedQueue<>();

    DeadlineClient(Duration deadline, Reaching reaching) {
        this.deadline = deadline;
        this.reaching = reaching;
        setHttpRequestRetryHandler(new DefaultHttpRequestRetryHandler(0, false));
    }

    @Override
    protected ClientConnectionManager createClientConnectionManager() {
        return ReachingSockets.connections(reaching);
    }

    @Override
    public CloseableHttpResponse execute(HttpHost target, HttpRequest request, @Nullable HttpContext context)
            throws IOException {
        guard(request);
        return super.execute(target, request, context);
    }

    @Override
    public CloseableHttpResponse execute(HttpUriRequest request, @Nullable HttpContext context) throws IOException {
        guard(request);
        return super.execute(request, context);
    }

    private void guard(HttpRequest request) {
        guards.add(Watchdog.guard(() -> end(request), Deadline.in(deadline)));
    }

    @Override
    public void close() {
        guards.forEach(guard -> guard.cancel(false));
        super.close();
    }

    private void end(HttpRequest request) {
        if (request instanceof HttpUriRequest abortable) {
            abortable.abort(); // ends a connect and a TLS handshake too, which closing the connections does not
        }
        close();
    }
}
