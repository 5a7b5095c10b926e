package dev.envproof.probe;

import dev.envproof.environment.Reach;
import dev.envproof.environment.Target;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** How connections to some targets are made: to whom in place of a public name, and whose certificates are trusted. */
final class Reaching {
    private static final Reaching BY_NAME = new Reaching(List.of());

    private final List<Reach> reaches;
    private @Nullable SSLSocketFactory trust;

    private Reaching(List<Reach> reaches) {
        this.reaches = reaches;
    }

    static Reaching byName() {
        return BY_NAME;
    }

    static Reaching of(List<Target> targets) {
        return new Reaching(targets.stream().map(Target::reach).distinct().toList());
    }

    /** Where to connect to: the stand-ins of a replica for its public names, else what the name resolves to. */
    List<InetSocketAddress> addresses(Origin origin, Deadline deadline) throws WireFailure {
        Optional<InetSocketAddress> standIn = standIn(origin.name(), origin.port());
        if (standIn.isPresent()) {
            return List.of(standIn.get());
        }
        List<InetSocketAddress> addresses = new ArrayList<>();
        for (InetAddress address : Resolver.resolve(origin.name(), deadline)) {
            addresses.add(new InetSocketAddress(address, origin.port()));
        }
        return addresses;
    }

    Optional<InetSocketAddress> standIn(String host, int port) {
        return reaches.stream()
                .flatMap(reach -> reach.standIn(host, port).stream())
                .findFirst();
    }

    /** Whether a replica serves any port of a host. */
    boolean hasStandIn(String host) {
        String start = Reach.key(host, 0).replaceFirst("0$", "");
        return reaches.stream()
                .flatMap(reach -> reach.standIns().keySet().stream())
                .anyMatch(key -> key.startsWith(start));
    }

    /** Trusts what Java trusts, and the authorities of replicas; reading the trust store is slow, so it is done once. */
    synchronized SSLSocketFactory trust() {
        if (trust == null) {
            List<String> authorities = reaches.stream()
                    .flatMap(reach -> reach.authority().stream())
                    .toList();
            trust = authorities.isEmpty()
                    ? (SSLSocketFactory) SSLSocketFactory.getDefault()
                    : trustingAlso(authorities);
        }
        return trust;
    }

    private static SSLSocketFactory trustingAlso(List<String> authorities) {
        try {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            int number = 0;
            for (X509Certificate issuer : issuersOf(authorities)) {
                store.setCertificateEntry("issuer-" + number++, issuer);
            }
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers(store), null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException | IOException broken) {
            throw untrustable(broken);
        }
    }

    /** Whose certificates Java trusts, and the authorities of replicas. */
    List<X509Certificate> issuers() {
        try {
            return issuersOf(reaches.stream()
                    .flatMap(reach -> reach.authority().stream())
                    .toList());
        } catch (GeneralSecurityException broken) {
            throw untrustable(broken);
        }
    }

    private static IllegalStateException untrustable(Exception broken) {
        return new IllegalStateException("the certificate authority of a replica can't be trusted", broken);
    }

    private static List<X509Certificate> issuersOf(List<String> authorities) throws GeneralSecurityException {
        List<X509Certificate> issuers = new ArrayList<>(issuersOfJava());
        CertificateFactory certificates = CertificateFactory.getInstance("X.509");
        for (String authority : authorities) {
            byte[] pem = authority.getBytes(StandardCharsets.US_ASCII);
            issuers.add((X509Certificate) certificates.generateCertificate(new ByteArrayInputStream(pem)));
        }
        return issuers;
    }

    private static List<X509Certificate> issuersOfJava() throws GeneralSecurityException {
        return Stream.of(managers(null))
                .filter(X509TrustManager.class::isInstance)
                .flatMap(manager -> Stream.of(((X509TrustManager) manager).getAcceptedIssuers()))
                .toList();
    }

    private static TrustManager[] managers(@Nullable KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }
}
