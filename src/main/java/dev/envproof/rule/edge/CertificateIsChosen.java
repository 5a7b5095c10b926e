package dev.envproof.rule.edge;

import dev.envproof.environment.Environment;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.fault.Fault;
import dev.envproof.probe.edge.CertificateProbe;
import dev.envproof.probe.edge.CertificateSighting;
import dev.envproof.rule.Card;
import dev.envproof.rule.Need;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Severity;
import dev.envproof.rule.Verdict;

/** The edge shows a certificate that somebody chose for the host. */
@Card(
        id = "edge/certificate-is-chosen",
        says = "its hosts have a certificate of their own, not their product's default",
        severity = Severity.CRITICAL,
        because = "browsers and clients turn away, or learn to click through warnings",
        remedy = "name the host in the certificate resolver of the edge, or give the edge a certificate for it",
        requires = Need.HTTPS_ADDRESS,
        trippedBy = Fault.EDGE_DEFAULT_CERTIFICATE,
        verifies = {"EP-11", "CE-16", "IN-11"})
public final class CertificateIsChosen implements Rule.OfEnvironment<CertificateProbe.Seen> {
    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, CertificateProbe.Seen seen) {
        return CertificateVerdict.each(seen, sighting -> judge(environment, sighting));
    }

    private static Verdict judge(Environment environment, CertificateSighting sighting) {
        boolean isADefault = CertificateVerdict.isADefault(sighting);
        if (isADefault && environment.edgeSecurity().ownCertificate()) {
            return CertificateVerdict.held(sighting, "a certificate of its own, as declared");
        }
        return isADefault
                ? CertificateVerdict.broken(
                        sighting,
                        "a certificate that an authority issued for the host",
                        CertificateVerdict.subject(sighting))
                : CertificateVerdict.held(sighting, CertificateVerdict.subject(sighting));
    }
}
