package dev.envproof.probe;

import dev.envproof.probe.TlsWire.Handshake;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/** Takes down what a server shows in one handshake. It lets any certificate pass, as nothing is ever sent after it. */
final class CertificateRecorder extends X509ExtendedTrustManager {
    private volatile List<X509Certificate> chain = List.of();

    SSLSocketFactory sockets() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {this}, null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform speaks TLS", impossible);
        }
    }

    boolean hasSeen() {
        return !chain.isEmpty();
    }

    Handshake shown(String protocol) {
        return new Handshake.Shown(chain, protocol);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] sent, String kind) {
        chain = List.of(sent);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] sent, String kind, Socket socket) {
        chain = List.of(sent);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] sent, String kind, SSLEngine engine) {
        chain = List.of(sent);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] sent, String kind) throws CertificateException {
        throw new CertificateException("this is no server");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] sent, String kind, Socket socket) throws CertificateException {
        throw new CertificateException("this is no server");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] sent, String kind, SSLEngine engine) throws CertificateException {
        throw new CertificateException("this is no server");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
