package dev.envproof.rule.edge;

import dev.envproof.environment.Environment;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.fault.Fault;
import dev.envproof.probe.edge.CertificateProbe;
import dev.envproof.probe.edge.CertificateSighting;
import dev.envproof.probe.edge.ShownCertificate;
import dev.envproof.rule.Card;
import dev.envproof.rule.Need;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Severity;
import dev.envproof.rule.Verdict;

/** Neither expired nor from the future. */
@Card(
        id = "edge/certificate-is-in-force",
        says = "its certificates are in force",
        severity = Severity.CRITICAL,
        because = "every client refuses an expired certificate",
        remedy = "renew the certificate and find out why its renewal did not run",
        requires = Need.HTTPS_ADDRESS,
        trippedBy = Fault.EDGE_CERTIFICATE_EXPIRED,
        verifies = {"EP-11", "CE-16"})
public final class CertificateIsInForce implements Rule.OfEnvironment<CertificateProbe.Seen> {
    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, CertificateProbe.Seen seen) {
        return CertificateVerdict.each(seen, sighting -> judge(sighting));
    }

    private static Verdict judge(CertificateSighting sighting) {
        ShownCertificate own = sighting.own().orElseThrow();
        String span = "from " + own.from() + " until " + own.until();
        return sighting.isInForce()
                ? CertificateVerdict.held(sighting, span)
                : CertificateVerdict.broken(sighting, "a certificate that is in force on " + sighting.when(), span);
    }
}
