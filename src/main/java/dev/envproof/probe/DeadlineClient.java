package dev.envproof.probe;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.http.HttpConnection;
import org.apache.http.client.HttpClient;
import org.apache.http.impl.client.SystemDefaultHttpClient;
import org.apache.http.protocol.ExecutionContext;

/** REST Assured's client with a deadline around a whole exchange: its own timeouts count from byte to byte only. */
final class DeadlineClient {
    private DeadlineClient() {}

    @SuppressWarnings("deprecation") // REST Assured accepts this generation of clients only
    static HttpClient within(Duration deadline) {
        SystemDefaultHttpClient client = new SystemDefaultHttpClient();
        client.addRequestInterceptor((request, context) -> {
            if (context.getAttribute(ExecutionContext.HTTP_CONNECTION) instanceof HttpConnection connection) {
                CompletableFuture.delayedExecutor(deadline.toMillis(), TimeUnit.MILLISECONDS)
                        .execute(() -> shutDown(connection));
            }
        });
        return client;
    }

    private static void shutDown(HttpConnection connection) {
        try {
            connection.shutdown();
        } catch (IOException gone) {
            throw new java.io.UncheckedIOException(gone); // nobody waits for it; the connection is gone either way
        }
    }
}
