package dev.envproof.replica.embedded;

import io.undertow.server.HttpHandler;
import io.undertow.server.handlers.ResponseCodeHandler;
import io.undertow.server.handlers.proxy.LoadBalancingProxyClient;
import io.undertow.server.handlers.proxy.ProxyHandler;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Ways from an edge to its services: HTTP/1.1, Host as the client sent it, the client's address in X-Forwarded-For. */
final class Upstreams {
    private static final int MOST_CONNECTIONS = 200;
    private static final int MOST_WAITING = 1_000;
    private static final int ANSWER_MILLIS = 15_000;
    /** Shorter than the 30 s after which the services close an idle connection, so that none is used too late. */
    private static final int IDLE_MILLIS = 10_000;

    private final Map<Way, HttpHandler> handlers = new ConcurrentHashMap<>();

    /** @param keepsHost whether the service is told the host that the client asked for */
    HttpHandler to(URI service, boolean keepsHost) {
        return handlers.computeIfAbsent(new Way(service, keepsHost), way -> proxy(service, keepsHost));
    }

    private record Way(URI service, boolean keepsHost) {}

    private static HttpHandler proxy(URI service, boolean keepsHost) {
        LoadBalancingProxyClient client = new LoadBalancingProxyClient()
                .setConnectionsPerThread(MOST_CONNECTIONS)
                .setSoftMaxConnectionsPerThread(0)
                .setMaxQueueSize(MOST_WAITING)
                .setTtl(IDLE_MILLIS)
                .addHost(withoutPath(service));
        return ProxyHandler.builder()
                .setProxyClient(client)
                .setRewriteHostHeader(!keepsHost)
                .setMaxRequestTime(ANSWER_MILLIS)
                .setNext(ResponseCodeHandler.HANDLE_404)
                .build();
    }

    private static URI withoutPath(URI service) {
        return URI.create(service.getScheme() + "://" + service.getAuthority());
    }
}
