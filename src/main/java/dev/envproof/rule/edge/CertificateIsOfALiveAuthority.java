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

/** The switch to the authority's staging service, which spares its limits, was taken back. */
@Card(
        id = "edge/certificate-is-of-a-live-authority",
        says = "no test authority issued its certificates",
        severity = Severity.CRITICAL,
        because = "no browser trusts a certificate of a test authority",
        remedy =
                "switch the certificate resolver to the authority's live service and have the certificate issued again",
        requires = Need.HTTPS_ADDRESS,
        trippedBy = Fault.EDGE_TEST_AUTHORITY,
        verifies = {"EP-11", "CE-16", "IN-11"})
public final class CertificateIsOfALiveAuthority implements Rule.OfEnvironment<CertificateProbe.Seen> {
    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, CertificateProbe.Seen seen) {
        return CertificateVerdict.each(seen, sighting -> judge(environment, sighting));
    }

    private static Verdict judge(Environment environment, CertificateSighting sighting) {
        if (!CertificateVerdict.isOfATestAuthority(sighting)) {
            return CertificateVerdict.held(sighting, "no certificate of a test authority");
        }
        return environment.edgeSecurity().ownCertificate()
                ? CertificateVerdict.held(sighting, "a certificate of its own, as declared")
                : CertificateVerdict.broken(
                        sighting, "an authority that browsers trust", CertificateVerdict.issuer(sighting));
    }
}
