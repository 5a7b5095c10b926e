package dev.envproof.probe;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketException;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * The connection of one look at a Redis, closed at the latest when the deadline passes. What comes in is capped, as is the
 * length that a reply may announce: clients make room for it before it comes.
 */
final class RedisSocket extends Socket {
    private static final int MOST_BYTES = 4 << 20;
    private static final int LONGEST_LENGTH = 7;

    private final Socket transport;
    private final Socket spoken;
    private final ScheduledFuture<?> guard;

    private RedisSocket(Socket transport, Socket spoken, ScheduledFuture<?> guard) {
        this.transport = transport;
        this.spoken = spoken;
        this.guard = guard;
    }

    /** @param certificate what the client shows of itself in the handshake; empty where it shows nothing */
    static RedisSocket open(RedisAddress address, Optional<String> certificate, Deadline deadline) throws IOException {
        Socket transport = new Socket(Proxy.NO_PROXY);
        ScheduledFuture<?> guard = Watchdog.guard(transport, deadline);
        try {
            transport.setTcpNoDelay(true);
            transport.connect(new InetSocketAddress(address.host(), address.port()), deadline.millisLeftFor(1));
            transport.setSoTimeout(deadline.millisLeftFor(1));
            Socket spoken = address.isEncrypted() ? handshake(transport, address, certificate) : transport;
            return new RedisSocket(transport, spoken, guard);
        } catch (IOException failed) {
            guard.cancel(false);
            Watchdog.close(transport);
            throw failed;
        }
    }

    private static Socket handshake(Socket transport, RedisAddress address, Optional<String> certificate)
            throws IOException {
        SSLSocket socket =
                (SSLSocket) factory(address, certificate).createSocket(transport, address.host(), address.port(), true);
        if (!address.takesAnyCertificate()) {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
        }
        socket.startHandshake();
        return socket;
    }

    /** As strict as the deployment's own URL. */
    private static SSLSocketFactory factory(RedisAddress address, Optional<String> certificate) throws IOException {
        TrustManager @Nullable [] trust = address.takesAnyCertificate() ? new TrustManager[] {new Trusting()} : null;
        try {
            KeyManager[] shown =
                    certificate.isPresent() ? ClientCertificate.managers(certificate.get()) : new KeyManager[0];
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(shown, trust, new SecureRandom());
            return context.getSocketFactory();
        } catch (GeneralSecurityException unusable) {
            throw new SSLException("the client's certificate or key can't be used", unusable);
        }
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return new Capped(spoken.getInputStream());
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        return spoken.getOutputStream();
    }

    @Override
    public synchronized void setSoTimeout(int millis) throws SocketException {
        transport.setSoTimeout(millis);
    }

    @Override
    public synchronized int getSoTimeout() throws SocketException {
        return transport.getSoTimeout();
    }

    @Override
    public boolean isConnected() {
        return transport.isConnected();
    }

    @Override
    public boolean isBound() {
        return transport.isBound();
    }

    @Override
    public boolean isClosed() {
        return transport.isClosed();
    }

    @Override
    public synchronized void close() {
        guard.cancel(false);
        Watchdog.close(transport);
    }

    /** Ends a stream that is too long, and a reply whose length has too many digits. */
    private static final class Capped extends FilterInputStream {
        private int left = MOST_BYTES;
        private int digits = -1;

        Capped(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int one = in.read();
            if (one >= 0) {
                check((byte) one);
            }
            return one;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int count = in.read(into, offset, length);
            for (int index = 0; index < count; index++) {
                check(into[offset + index]);
            }
            return count;
        }

        private void check(byte one) throws IOException {
            boolean isDigit = one >= '0' && one <= '9';
            digits = one == '$' || one == '*' ? 0 : digits >= 0 && isDigit ? digits + 1 : -1;
            if (--left < 0 || digits > LONGEST_LENGTH) {
                throw new IOException("the answer is too long");
            }
        }
    }

    /** Only for a URL that says so itself. */
    private static final class Trusting extends X509ExtendedTrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {
            // no client is asked here
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {
            // no client is asked here
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {
            // no client is asked here
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {
            // any
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {
            // any
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {
            // any
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
