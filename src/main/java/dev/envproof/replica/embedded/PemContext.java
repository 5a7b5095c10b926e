package dev.envproof.replica.embedded;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/** TLS by certificates in PEM (RFC 7468), each of which vouches for itself. */
final class PemContext {
    private static final Pattern KEY =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");
    private static final char[] NO_PASSWORD = new char[0];

    private PemContext() {}

    /**
     * @param shown a certificate and its key, one after the other; empty where none is shown
     * @param trusted the one certificate that the other side may show; any where it is empty
     */
    static SSLContext of(Optional<String> shown, Optional<String> trusted) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(
                    shown.isPresent() ? managers(shown.get()) : new KeyManager[0],
                    new TrustManager[] {
                        new Trusting(trusted.isPresent() ? Optional.of(certificate(trusted.get())) : Optional.empty())
                    },
                    null);
            return context;
        } catch (GeneralSecurityException | IOException unusable) {
            throw new IllegalStateException("a certificate that was made for this run can't be used", unusable);
        }
    }

    private static KeyManager[] managers(String pem) throws GeneralSecurityException, IOException {
        Matcher key = KEY.matcher(pem);
        if (!key.find()) {
            throw new GeneralSecurityException("no private key");
        }
        PrivateKey secret = KeyFactory.getInstance("EC")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(key.group(1))));
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, NO_PASSWORD);
        store.setKeyEntry("own", secret, NO_PASSWORD, new Certificate[] {certificate(pem)});
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, NO_PASSWORD);
        return factory.getKeyManagers();
    }

    private static X509Certificate certificate(String pem) throws GeneralSecurityException {
        String alone = KEY.matcher(pem).replaceAll("").strip();
        return (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(alone.getBytes(StandardCharsets.US_ASCII)));
    }

    private record Trusting(Optional<X509Certificate> only) implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
            check(chain);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
            check(chain);
        }

        private void check(X509Certificate[] chain) throws CertificateException {
            if (only.isPresent() && !only.get().equals(chain[0])) {
                throw new CertificateException("not the certificate of this run");
            }
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return only.stream().toArray(X509Certificate[]::new);
        }
    }
}
