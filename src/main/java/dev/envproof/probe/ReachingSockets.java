package dev.envproof.probe;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import org.apache.http.HttpHost;
import org.apache.http.conn.DnsResolver;
import org.apache.http.conn.HttpInetSocketAddress;
import org.apache.http.conn.scheme.PlainSocketFactory;
import org.apache.http.conn.scheme.Scheme;
import org.apache.http.conn.scheme.SchemeLayeredSocketFactory;
import org.apache.http.conn.scheme.SchemeRegistry;
import org.apache.http.conn.scheme.SchemeSocketFactory;
import org.apache.http.conn.ssl.BrowserCompatHostnameVerifier;
import org.apache.http.conn.ssl.SSLSocketFactory;
import org.apache.http.impl.conn.PoolingClientConnectionManager;
import org.apache.http.params.HttpParams;
import org.jspecify.annotations.Nullable;

/** Lets REST Assured's client reach what {@link Reaching} says; names in certificates are compared as ever. */
@SuppressWarnings("deprecation") // REST Assured accepts this generation of clients only
record ReachingSockets(Reaching reaching, SchemeSocketFactory sockets) implements SchemeSocketFactory {

    static PoolingClientConnectionManager connections(Reaching reaching) {
        SchemeRegistry schemes = new SchemeRegistry();
        schemes.register(new Scheme("http", 80, new ReachingSockets(reaching, PlainSocketFactory.getSocketFactory())));
        SSLSocketFactory tls = new SSLSocketFactory(reaching.trust(), new BrowserCompatHostnameVerifier());
        schemes.register(new Scheme("https", 443, new OverTls(new ReachingSockets(reaching, tls), tls)));
        DnsResolver anyOfItsOwn = host -> reaching.hasStandIn(host)
                ? new InetAddress[] {InetAddress.getLoopbackAddress()}
                : InetAddress.getAllByName(host);
        return new PoolingClientConnectionManager(schemes, anyOfItsOwn);
    }

    @Override
    public Socket createSocket(HttpParams params) throws IOException {
        return sockets.createSocket(params);
    }

    @Override
    public Socket connectSocket(
            @Nullable Socket socket, InetSocketAddress remote, @Nullable InetSocketAddress local, HttpParams params)
            throws IOException {
        return sockets.connectSocket(socket, standIn(remote), local, params);
    }

    private InetSocketAddress standIn(InetSocketAddress remote) {
        HttpHost host = remote instanceof HttpInetSocketAddress named
                ? named.getHttpHost()
                : new HttpHost(remote.getHostString(), remote.getPort());
        return reaching.standIn(host.getHostName(), remote.getPort())
                .<InetSocketAddress>map(
                        address -> new HttpInetSocketAddress(host, address.getAddress(), address.getPort()))
                .orElse(remote);
    }

    @Override
    public boolean isSecure(Socket socket) {
        return sockets.isSecure(socket);
    }

    /** What the client knows as TLS: it asks the factory, not the scheme. */
    private record OverTls(SchemeSocketFactory reaching, SSLSocketFactory tls) implements SchemeLayeredSocketFactory {
        @Override
        public Socket createSocket(HttpParams params) throws IOException {
            return reaching.createSocket(params);
        }

        @Override
        public Socket connectSocket(
                @Nullable Socket socket, InetSocketAddress remote, @Nullable InetSocketAddress local, HttpParams params)
                throws IOException {
            return reaching.connectSocket(socket, remote, local, params);
        }

        @Override
        public Socket createLayeredSocket(Socket socket, String target, int port, HttpParams params)
                throws IOException {
            return tls.createLayeredSocket(socket, target, port, params);
        }

        @Override
        public boolean isSecure(Socket socket) {
            return reaching.isSecure(socket);
        }
    }
}
