package dev.envproof.rule.edge;

import dev.envproof.probe.edge.CertificateProbe;
import dev.envproof.probe.edge.CertificateSighting;
import dev.envproof.probe.edge.ShownCertificate;
import dev.envproof.probe.edge.TrustPath;
import dev.envproof.rule.Verdict;
import java.util.function.Function;

/** What rules about certificates share: every address is judged, and each cause has a rule of its own. */
final class CertificateVerdict {
    private CertificateVerdict() {}

    static Verdict each(CertificateProbe.Seen seen, Function<CertificateSighting, Verdict> judge) {
        return Verdict.all(seen.sightings().stream()
                .map(sighting -> sighting.own().isPresent()
                        ? judge.apply(sighting)
                        : open(sighting, "no certificate: " + sighting.why()))
                .toList());
    }

    static Verdict held(CertificateSighting sighting, String saw) {
        return Verdict.held(sighting.place() + ": " + saw, sighting.exchange());
    }

    static Verdict broken(CertificateSighting sighting, String expected, String saw) {
        return Verdict.broken(expected, sighting.place() + ": " + saw, sighting.exchange());
    }

    static Verdict open(CertificateSighting sighting, String why) {
        return Verdict.inconclusive(sighting.place() + ": " + why, sighting.exchange());
    }

    /** Another rule of the family names the cause. */
    static Verdict waits(CertificateSighting sighting) {
        return open(sighting, "it waits for another rule about this certificate");
    }

    static TrustPath.Found path(CertificateSighting sighting) {
        return sighting.path().orElseThrow();
    }

    /** Whether the certificate is one that a product made up, or that vouches for itself. */
    static boolean isADefault(CertificateSighting sighting) {
        return sighting.own().filter(ShownCertificate::isADefault).isPresent()
                || path(sighting) instanceof TrustPath.Found.SelfSigned;
    }

    static boolean isOfATestAuthority(CertificateSighting sighting) {
        return !(path(sighting) instanceof TrustPath.Found.Trusted)
                && sighting.chain().stream().anyMatch(ShownCertificate::isOfATestAuthority);
    }

    /** Whether a rule of its own says why nobody trusts the certificate. */
    static boolean hasACauseOfItsOwn(CertificateSighting sighting) {
        return isADefault(sighting)
                || isOfATestAuthority(sighting)
                || sighting.chain().stream().anyMatch(it -> it.weakness().isPresent());
    }

    static String subject(CertificateSighting sighting) {
        return sighting.own()
                .map(it -> it.subject() + ", issued by " + it.issuer())
                .orElse("");
    }

    static String issuer(CertificateSighting sighting) {
        return sighting.own().map(it -> "issued by " + it.issuer()).orElse("");
    }
}
