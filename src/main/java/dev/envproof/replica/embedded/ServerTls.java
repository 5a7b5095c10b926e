package dev.envproof.replica.embedded;

import dev.envproof.replica.embedded.CertificateAuthority.ServerCertificate;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.function.Function;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/** A TLS server that chooses its certificate by the name that the client asks for (SNI, RFC 6066), at each handshake. */
final class ServerTls extends X509ExtendedKeyManager {
    private static final String NO_NAME = "";

    private final Function<String, Optional<ServerCertificate>> certificates;

    private ServerTls(Function<String, Optional<ServerCertificate>> certificates) {
        this.certificates = certificates;
    }

    /** @param certificates by host name; an empty name where the client sends none; none refuses the handshake */
    static SSLContext choosing(Function<String, Optional<ServerCertificate>> certificates) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(new KeyManager[] {new ServerTls(certificates)}, null, null);
            return context;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform speaks TLS", impossible);
        }
    }

    @Override
    public @Nullable String chooseEngineServerAlias(String keyType, Principal[] issuers, SSLEngine engine) {
        String name = engine.getHandshakeSession() instanceof ExtendedSSLSession session
                ? session.getRequestedServerNames().stream()
                        .filter(SNIHostName.class::isInstance)
                        .map(asked -> ((SNIHostName) asked).getAsciiName())
                        .findFirst()
                        .orElse(NO_NAME)
                : NO_NAME;
        return certificates
                .apply(name)
                .filter(certificate -> keyType.startsWith(certificate.key().getAlgorithm()))
                .map(certificate -> alias(name))
                .orElse(null);
    }

    /** Never empty: an empty alias is none. */
    private static String alias(String name) {
        return "sni:" + name;
    }

    private Optional<ServerCertificate> named(String alias) {
        return certificates.apply(alias.substring(alias("").length()));
    }

    @Override
    public X509Certificate @Nullable [] getCertificateChain(String alias) {
        return named(alias)
                .map(it -> it.chain().toArray(X509Certificate[]::new))
                .orElse(null);
    }

    @Override
    public @Nullable PrivateKey getPrivateKey(String alias) {
        return named(alias).map(ServerCertificate::key).orElse(null);
    }

    @Override
    public @Nullable String chooseServerAlias(String keyType, Principal[] issuers, Socket socket) {
        return null;
    }

    @Override
    public String[] getServerAliases(String keyType, Principal[] issuers) {
        return new String[0];
    }

    @Override
    public @Nullable String chooseClientAlias(String[] keyTypes, Principal[] issuers, Socket socket) {
        return null;
    }

    @Override
    public String[] getClientAliases(String keyType, Principal[] issuers) {
        return new String[0];
    }
}
