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

/** Names are compared as RFC 9525 says: those of the subject do not count. */
@Card(
        id = "edge/certificate-names-its-host",
        says = "its certificates name the hosts that show them",
        severity = Severity.CRITICAL,
        because = "every client refuses a certificate for another name",
        remedy = "have the certificate issued for each host that the edge serves, api hosts included",
        requires = Need.HTTPS_ADDRESS,
        trippedBy = Fault.EDGE_NAME_MISSING,
        verifies = {"EP-11", "CE-16"})
public final class CertificateNamesItsHost implements Rule.OfEnvironment<CertificateProbe.Seen> {
    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, CertificateProbe.Seen seen) {
        return CertificateVerdict.each(seen, sighting -> judge(sighting));
    }

    private static Verdict judge(CertificateSighting sighting) {
        String host = sighting.door().host();
        String names = "it is for " + sighting.own().orElseThrow().names();
        if (sighting.own().orElseThrow().isFor(host)) {
            return CertificateVerdict.held(sighting, names);
        }
        return CertificateVerdict.isADefault(sighting)
                ? CertificateVerdict.waits(sighting)
                : CertificateVerdict.broken(sighting, "a certificate for " + host, names);
    }
}
