package dev.envproof.replica.embedded;

import dev.envproof.fault.EdgeLookAlike;
import dev.envproof.fault.Fault;
import dev.envproof.replica.embedded.CertificateAuthority.ServerCertificate;
import dev.envproof.replica.embedded.CertificateAuthority.Validity;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The certificates of the public front, chosen at each handshake; those of faults are made when they are first shown. */
final class FrontCertificates {
    private static final Duration DAY = Duration.ofDays(1);
    private static final Validity NINETY_DAYS = Validity.of(DAY, Duration.ofDays(90));

    private final Supplier<Shape> shape;
    private final CertificateAuthority root = CertificateAuthority.root("envproof replica root");
    private final CertificateAuthority issuer = root.intermediate("envproof replica issuer");
    private final Map<String, ServerCertificate> made = new ConcurrentHashMap<>();

    /** @param shape asked once per handshake */
    FrontCertificates(Supplier<Shape> shape) {
        this.shape = shape;
    }

    /** The authority that a client must trust, in PEM. */
    String authority() {
        return root.pem();
    }

    Optional<ServerCertificate> of(String name) {
        String host = name.toLowerCase(Locale.ROOT);
        Shape now = shape.get();
        return PublicDoor.of(now.system()).stream()
                .filter(door -> door.isTls() && door.host().equals(host))
                .findFirst()
                .map(door -> of(now, door));
    }

    private ServerCertificate of(Shape now, PublicDoor door) {
        return FrontFaults.isStagingsApi(now, door)
                ? deviating(now, door.host()).orElseGet(() -> healthy(door.host()))
                : healthy(door.host());
    }

    private ServerCertificate healthy(String host) {
        return made.computeIfAbsent(host, it -> issuer.issue(List.of(it), NINETY_DAYS));
    }

    private Optional<ServerCertificate> deviating(Shape now, String host) {
        return Stream.concat(Stream.of(Fault.values()), Stream.of(EdgeLookAlike.values()))
                .filter(now::shows)
                .flatMap(deviation -> another(deviation.id(), host).stream())
                .findFirst();
    }

    private Optional<ServerCertificate> another(String deviation, String host) {
        String of = deviation + " " + host;
        ServerCertificate known = made.get(of);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<ServerCertificate> another = make(deviation, host);
        another.ifPresent(certificate -> made.put(of, certificate));
        return another;
    }

    private Optional<ServerCertificate> make(String deviation, String host) {
        List<String> names = List.of(host);
        if (deviation.equals(Fault.EDGE_DEFAULT_CERTIFICATE.id())) {
            return Optional.of(CertificateAuthority.root("TRAEFIK DEFAULT CERT").asServer());
        }
        if (deviation.equals(Fault.EDGE_TEST_AUTHORITY.id())) {
            return Optional.of(CertificateAuthority.root("(STAGING) Pretend Pear X1")
                    .intermediate("(STAGING) Puzzling Parsnip E7")
                    .issue(names, NINETY_DAYS));
        }
        if (deviation.equals(Fault.EDGE_UNKNOWN_AUTHORITY.id())) {
            return Optional.of(
                    CertificateAuthority.root("An authority of nobody").issue(names, NINETY_DAYS));
        }
        if (deviation.equals(Fault.EDGE_CERTIFICATE_EXPIRED.id())) {
            return Optional.of(issuer.issue(names, Validity.of(Duration.ofDays(90), DAY.negated())));
        }
        if (deviation.equals(Fault.EDGE_CERTIFICATE_RUNS_OUT.id())) {
            return Optional.of(issuer.issue(names, Validity.of(Duration.ofDays(80), Duration.ofDays(10))));
        }
        if (deviation.equals(Fault.EDGE_NAME_MISSING.id())) {
            return Optional.of(issuer.issue(List.of("another." + host), NINETY_DAYS));
        }
        if (deviation.equals(Fault.EDGE_INTERMEDIATE_MISSING.id())) {
            ServerCertificate whole = healthy(host);
            return Optional.of(new ServerCertificate(whole.key(), whole.chain().subList(0, 1)));
        }
        if (deviation.equals(Fault.EDGE_KEY_TOO_SHORT.id())) {
            return Optional.of(issuer.issue(shortKey(), names, NINETY_DAYS));
        }
        return lookAlike(deviation, host);
    }

    private Optional<ServerCertificate> lookAlike(String deviation, String host) {
        if (deviation.equals(EdgeLookAlike.EDGE_CERTIFICATE_WITH_A_STAR.id())) {
            return Optional.of(issuer.issue(List.of("*" + host.substring(host.indexOf('.'))), NINETY_DAYS));
        }
        if (deviation.equals(EdgeLookAlike.EDGE_CERTIFICATE_OF_SIXTY_DAYS.id())) {
            return Optional.of(issuer.issue(List.of(host), Validity.of(Duration.ofDays(30), Duration.ofDays(60))));
        }
        if (deviation.equals(EdgeLookAlike.EDGE_STAGING_IN_THE_NAME.id())) {
            return Optional.of(issuer.issue(
                    List.of(host, "(staging)." + host.substring(host.indexOf('.') + 1)), NINETY_DAYS));
        }
        if (deviation.equals(EdgeLookAlike.EDGE_ONE_CERTIFICATE_MORE.id())) {
            ServerCertificate whole = healthy(host);
            List<X509Certificate> more =
                    CertificateAuthority.root("An older root").chain();
            return Optional.of(new ServerCertificate(
                    whole.key(),
                    Stream.concat(whole.chain().stream(), more.stream()).toList()));
        }
        return Optional.empty();
    }

    private static KeyPair shortKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(1024);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has RSA", impossible);
        }
    }
}
