package dev.envproof.probe.edge;

import java.security.PublicKey;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A certificate as its server shows it (RFC 5280).
 *
 * @param names the DNS names and addresses that it is for; its subject names none (RFC 9525)
 * @param keyBits the size of the key; 0 where the algorithm has but one
 */
public record ShownCertificate(
        String subject,
        String issuer,
        List<String> names,
        Instant from,
        Instant until,
        String keyAlgorithm,
        int keyBits,
        String signature) {
    private static final int DNS_NAME = 2;
    private static final int IP_ADDRESS = 7;
    /** What reverse proxies, panels and distributions put in before anyone has chosen a certificate. */
    private static final Pattern DEFAULT = Pattern.compile(
            "(?i)traefik default cert|\\.traefik\\.default|kubernetes ingress controller fake|snakeoil|plesk|"
                    + "parallels panel|cpanel default|invalid2\\.invalid|cn=localhost\\b|acme co\\b|default web site");
    /** Test authorities: Let's Encrypt's staging service, then those that developers run for themselves. */
    private static final Pattern TEST_AUTHORITY = Pattern.compile(
            "(?i)(^|[=,\"]\\s*)\\(staging\\)|\\bfake le\\b|happy hacker fake ca|\\bmkcert\\b|pebble (root|intermediate)|"
                    + "minica root ca|caddy local authority");

    public ShownCertificate {
        names = List.copyOf(names);
    }

    static ShownCertificate of(X509Certificate certificate) {
        return new ShownCertificate(
                certificate.getSubjectX500Principal().getName(),
                certificate.getIssuerX500Principal().getName(),
                namesOf(certificate),
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant(),
                certificate.getPublicKey().getAlgorithm(),
                bits(certificate.getPublicKey()),
                certificate.getSigAlgName());
    }

    public boolean isSelfIssued() {
        return subject.equals(issuer);
    }

    /** Whether a product made it up because no certificate was chosen. */
    public boolean isADefault() {
        return DEFAULT.matcher(subject).find()
                || names.stream().anyMatch(name -> DEFAULT.matcher(name).find());
    }

    /** Whether an authority issued it that vouches for tests only. */
    public boolean isOfATestAuthority() {
        return TEST_AUTHORITY.matcher(issuer).find();
    }

    /** Whether it is for a host: the same name, or one star in place of the first label (RFC 9525, 6.3). */
    public boolean isFor(String host) {
        String wanted = plain(host);
        return names.stream()
                .map(ShownCertificate::plain)
                .anyMatch(name -> name.equals(wanted) || covers(name, wanted));
    }

    public Optional<String> weakness() {
        boolean isShort = keyAlgorithm.equals("RSA") && keyBits < 2048 || keyAlgorithm.equals("EC") && keyBits < 256;
        if (isShort || keyAlgorithm.equals("DSA")) {
            return Optional.of("a key of " + keyAlgorithm + " with " + keyBits + " bits");
        }
        String upper = signature.toUpperCase(Locale.ROOT);
        return !isSelfIssued() && (upper.startsWith("SHA1") || upper.startsWith("MD"))
                ? Optional.of("a signature with " + signature)
                : Optional.empty();
    }

    /** On one line of a report. */
    public String says() {
        return subject + ", issued by " + issuer + ", for " + names + ", from " + from + " until " + until + ", "
                + keyAlgorithm + (keyBits > 0 ? " " + keyBits : "") + ", " + signature;
    }

    private static boolean covers(String name, String wanted) {
        int dot = wanted.indexOf('.');
        return name.startsWith("*.")
                && name.indexOf('*', 1) < 0
                && name.chars().filter(c -> c == '.').count() > 1
                && dot > 0
                && wanted.substring(dot).equals(name.substring(1));
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
    }

    private static List<String> namesOf(X509Certificate certificate) {
        try {
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            return names == null
                    ? List.of()
                    : names.stream()
                            .filter(name -> List.of(DNS_NAME, IP_ADDRESS).contains(name.get(0)))
                            .map(name -> String.valueOf(name.get(1)))
                            .limit(100)
                            .toList();
        } catch (CertificateParsingException malformed) {
            return List.of();
        }
    }

    private static int bits(PublicKey key) {
        if (key instanceof RSAPublicKey rsa) {
            return rsa.getModulus().bitLength();
        }
        return key instanceof ECPublicKey ec
                ? ec.getParams().getCurve().getField().getFieldSize()
                : 0;
    }
}
