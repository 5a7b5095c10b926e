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

/** What a clean store needs is sent, with nothing fetched. */
@Card(
        id = "edge/certificate-chain-is-complete",
        says = "its servers send every certificate between their own and a trusted authority",
        severity = Severity.HIGH,
        because = "a browser may fetch what is missing; servers, mobile apps and Java do not, and fail",
        remedy = "configure the full chain (fullchain.pem), not the server's certificate alone",
        requires = Need.HTTPS_ADDRESS,
        trippedBy = Fault.EDGE_INTERMEDIATE_MISSING,
        verifies = {"EP-11", "CE-16"})
public final class CertificateChainIsComplete implements Rule.OfEnvironment<CertificateProbe.Seen> {
    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, CertificateProbe.Seen seen) {
        return CertificateVerdict.each(seen, sighting -> judge(environment, sighting));
    }

    private static Verdict judge(Environment environment, CertificateSighting sighting) {
        TrustPath.Found path = CertificateVerdict.path(sighting);
        if (!environment.edgeSecurity().ownCertificate()
                && path instanceof TrustPath.Found.Incomplete incomplete
                && !CertificateVerdict.hasACauseOfItsOwn(sighting)) {
            return CertificateVerdict.broken(
                    sighting,
                    "a chain that leads to a trusted authority",
                    "the chain as sent ends below \"" + incomplete.issuer()
                            + "\", whose certificate was neither sent nor is it trusted here");
        }
        if (environment.edgeSecurity().ownCertificate()) {
            return CertificateVerdict.held(sighting, "a certificate of its own, as declared");
        }
        return path instanceof TrustPath.Found.Trusted
                ? CertificateVerdict.held(
                        sighting, "a complete chain of " + sighting.chain().size())
                : CertificateVerdict.waits(sighting);
    }
}
