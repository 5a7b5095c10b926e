package dev.envproof.rule.edge;

import dev.envproof.environment.Environment;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.fault.Fault;
import dev.envproof.probe.edge.CertificateProbe;
import dev.envproof.probe.edge.CertificateSighting;
import dev.envproof.probe.edge.TrustPath;
import dev.envproof.rule.Card;
import dev.envproof.rule.Need;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Severity;
import dev.envproof.rule.Verdict;

/** The path builds in a store that knows the authorities of Java, and a replica's own. */
@Card(
        id = "edge/certificate-is-trusted",
        says = "its certificates lead to an authority that is trusted",
        severity = Severity.CRITICAL,
        because = "clients can't tell the server from an attacker between them",
        remedy = "have the certificate issued by an authority that clients trust",
        requires = Need.HTTPS_ADDRESS,
        trippedBy = Fault.EDGE_UNKNOWN_AUTHORITY,
        verifies = {"EP-11", "CE-16", "IN-11"})
public final class CertificateIsTrusted implements Rule.OfEnvironment<CertificateProbe.Seen> {
    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, CertificateProbe.Seen seen) {
        return CertificateVerdict.each(seen, sighting -> judge(environment, sighting));
    }

    private static Verdict judge(Environment environment, CertificateSighting sighting) {
        TrustPath.Found path = CertificateVerdict.path(sighting);
        if (path instanceof TrustPath.Found.Trusted) {
            return CertificateVerdict.held(sighting, "a path to a trusted authority");
        }
        if (environment.edgeSecurity().ownCertificate()) {
            return CertificateVerdict.held(sighting, "a certificate of its own, as declared");
        }
        return path instanceof TrustPath.Found.Incomplete || CertificateVerdict.hasACauseOfItsOwn(sighting)
                ? CertificateVerdict.waits(sighting)
                : CertificateVerdict.broken(sighting, "a path to a trusted authority", path.toString());
    }
}
