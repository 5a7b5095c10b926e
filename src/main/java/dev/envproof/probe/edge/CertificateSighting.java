package dev.envproof.probe.edge;

import dev.envproof.evidence.Exchange;
import dev.envproof.probe.OldTls;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What one address of a public name showed in a TLS handshake.
 *
 * @param at the numeric address
 * @param chain as sent, the server's own first; empty where none was seen
 * @param path whether the chain as sent leads to an authority that is trusted
 * @param old the answer to a greeting of TLS 1.1 at most
 * @param when the moment of the look
 * @param why no certificate was seen, with the stage that failed; else empty
 */
public record CertificateSighting(
        PublicAddress door,
        String at,
        List<ShownCertificate> chain,
        Optional<TrustPath.Found> path,
        Optional<OldTls.Answer> old,
        Instant when,
        String why,
        Exchange exchange) {
    public CertificateSighting {
        chain = List.copyOf(chain);
    }

    static CertificateSighting unseen(PublicAddress door, String at, String why, Exchange exchange) {
        return new CertificateSighting(
                door, at, List.of(), Optional.empty(), Optional.empty(), Instant.EPOCH, why, exchange);
    }

    /** The server's own certificate. */
    public Optional<ShownCertificate> own() {
        return chain.stream().findFirst();
    }

    /** Where it was seen: "staging.example.com at 192.0.2.7". */
    public String place() {
        return at.isEmpty() ? door.host() : door.host() + " at " + at;
    }

    /** How long the certificate has still been in force when it was seen; negative where it has expired. */
    public Optional<Duration> left() {
        return own().map(certificate -> Duration.between(when, certificate.until()));
    }

    /** Whether the certificate was in force when it was seen. */
    public boolean isInForce() {
        return own().filter(it -> !when.isBefore(it.from()) && !when.isAfter(it.until()))
                .isPresent();
    }
}
