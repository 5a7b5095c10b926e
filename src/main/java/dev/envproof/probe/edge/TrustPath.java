package dev.envproof.probe.edge;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.security.auth.x500.X500Principal;

/** Whether certificates, as they were sent and with nothing fetched, lead to an authority that is trusted (RFC 5280, 6). */
public final class TrustPath {
    private final Set<TrustAnchor> anchors;
    private final Set<X500Principal> trusted;

    TrustPath(Collection<X509Certificate> trusted) {
        this.anchors = trusted.stream()
                .map(certificate -> new TrustAnchor(certificate, null))
                .collect(Collectors.toUnmodifiableSet());
        this.trusted =
                trusted.stream().map(X509Certificate::getSubjectX500Principal).collect(Collectors.toUnmodifiableSet());
    }

    /** Where the path ends. */
    public sealed interface Found {
        record Trusted() implements Found {}

        /** At the server's own certificate, for which nobody vouches. */
        record SelfSigned() implements Found {}

        /** At an authority whose certificate was not sent. */
        record Incomplete(String issuer) implements Found {}

        /** At an authority that nobody here trusts. */
        record UnknownAuthority(String authority) implements Found {}

        /** Its parts do not fit together. */
        record Invalid(String why) implements Found {}
    }

    Found of(List<X509Certificate> chain, Instant now) {
        try {
            build(chain, now);
            return new Found.Trusted();
        } catch (GeneralSecurityException none) {
            return ends(chain, String.valueOf(none.getMessage()));
        }
    }

    /** At a moment when the server's own certificate is in force, so that its age is a matter of its own. */
    private void build(List<X509Certificate> chain, Instant now) throws GeneralSecurityException {
        X509Certificate own = chain.get(0);
        X509CertSelector wanted = new X509CertSelector();
        wanted.setCertificate(own);
        PKIXBuilderParameters parameters = new PKIXBuilderParameters(anchors, wanted);
        parameters.setRevocationEnabled(false);
        parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(chain)));
        Instant from = own.getNotBefore().toInstant();
        Instant until = own.getNotAfter().toInstant();
        parameters.setDate(Date.from(now.isBefore(from) ? from : now.isAfter(until) ? until : now));
        CertPathBuilder.getInstance("PKIX").build(parameters);
    }

    private Found ends(List<X509Certificate> chain, String why) {
        X509Certificate last = chain.get(0);
        if (isSelfIssued(last)) {
            return new Found.SelfSigned();
        }
        Set<X509Certificate> passed = new HashSet<>();
        while (passed.add(last) && !isSelfIssued(last) && !trusted.contains(last.getIssuerX500Principal())) {
            X500Principal issuer = last.getIssuerX500Principal();
            List<X509Certificate> next = chain.stream()
                    .filter(sent -> sent.getSubjectX500Principal().equals(issuer))
                    .toList();
            if (next.isEmpty()) {
                return new Found.Incomplete(issuer.getName());
            }
            last = next.get(0);
        }
        return isSelfIssued(last) && !trusted.contains(last.getSubjectX500Principal())
                ? new Found.UnknownAuthority(last.getSubjectX500Principal().getName())
                : new Found.Invalid(why);
    }

    private static boolean isSelfIssued(X509Certificate certificate) {
        return certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
    }
}
