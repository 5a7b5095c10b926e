package dev.envproof.replica.embedded;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * An authority that vouches for server certificates (X.509, RFC 5280): made for one run, trusted by nobody else, its key
 * in memory only.
 *
 * @param chain its own certificate, then those above it
 */
record CertificateAuthority(PrivateKey key, List<X509Certificate> chain) {
    private static final Duration VALID = Duration.ofDays(3_650);
    private static final SecureRandom RANDOM = new SecureRandom();

    CertificateAuthority {
        chain = List.copyOf(chain);
    }

    /** One that stands for itself. */
    static CertificateAuthority root(String name) {
        KeyPair pair = keys();
        Validity validity = Validity.of(Duration.ofDays(1), VALID);
        return new CertificateAuthority(
                pair.getPrivate(),
                List.of(signed(
                        builder(new X500Name("CN=" + name), name, pair, validity),
                        pair.getPrivate(),
                        true,
                        List.of())));
    }

    /** One that this one vouches for. */
    CertificateAuthority intermediate(String name) {
        KeyPair pair = keys();
        X509Certificate made =
                signed(builder(subject(), name, pair, Validity.of(Duration.ofDays(1), VALID)), key, true, List.of());
        return new CertificateAuthority(pair.getPrivate(), below(made));
    }

    /** A server's certificate for these host names, the first of which is its subject. */
    ServerCertificate issue(List<String> names, Validity validity) {
        return issue(keys(), names, validity);
    }

    /** The same for a key of the server's own making. */
    ServerCertificate issue(KeyPair pair, List<String> names, Validity validity) {
        X509Certificate made = signed(builder(subject(), names.get(0), pair, validity), key, false, names);
        return new ServerCertificate(pair.getPrivate(), below(made));
    }

    /** Its own certificate, shown as a server's. */
    ServerCertificate asServer() {
        return new ServerCertificate(key, chain);
    }

    /** The certificate that a client must trust, in PEM (RFC 7468). */
    String pem() {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter pem = new JcaPEMWriter(text)) {
            pem.writeObject(chain.get(chain.size() - 1));
        } catch (IOException impossible) {
            throw new IllegalStateException("a text in memory can be written", impossible);
        }
        return text.toString();
    }

    private List<X509Certificate> below(X509Certificate made) {
        return java.util.stream.Stream.concat(java.util.stream.Stream.of(made), chain.stream())
                .toList();
    }

    private X500Name subject() {
        return X500Name.getInstance(chain.get(0).getSubjectX500Principal().getEncoded());
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has elliptic curves", impossible);
        }
    }

    private static X509v3CertificateBuilder builder(X500Name issuer, String name, KeyPair pair, Validity validity) {
        return new JcaX509v3CertificateBuilder(
                issuer,
                new BigInteger(127, RANDOM).add(BigInteger.ONE),
                Date.from(validity.from()),
                Date.from(validity.until()),
                new X500Name("CN=" + name),
                pair.getPublic());
    }

    private static X509Certificate signed(
            X509v3CertificateBuilder builder, PrivateKey key, boolean isAuthority, List<String> names) {
        try {
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(isAuthority));
            if (!names.isEmpty()) {
                builder.addExtension(Extension.subjectAlternativeName, false, alternatives(names));
            }
            return new JcaX509CertificateConverter()
                    .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(key)));
        } catch (CertIOException | OperatorCreationException | GeneralSecurityException impossible) {
            throw new IllegalStateException("a certificate could not be made", impossible);
        }
    }

    private static GeneralNames alternatives(List<String> names) {
        return new GeneralNames(names.stream()
                .map(name -> new GeneralName(GeneralName.dNSName, name))
                .toArray(GeneralName[]::new));
    }

    /** From when until when a certificate is in force. */
    record Validity(Instant from, Instant until) {
        /** Around this moment. */
        static Validity of(Duration past, Duration future) {
            Instant now = Instant.now();
            return new Validity(now.minus(past), now.plus(future));
        }
    }

    /** A server's key, and its certificate before those of the authorities above it. */
    record ServerCertificate(PrivateKey key, List<X509Certificate> chain) {
        ServerCertificate {
            chain = List.copyOf(chain);
        }
    }
}
