package dev.envproof.rule.edge;

import dev.envproof.environment.Environment;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.fault.Fault;
import dev.envproof.probe.OldTls;
import dev.envproof.probe.edge.CertificateProbe;
import dev.envproof.probe.edge.CertificateSighting;
import dev.envproof.rule.Card;
import dev.envproof.rule.Need;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Severity;
import dev.envproof.rule.Verdict;

/** A refusal counts beside the newer handshake that the same address completed. */
@Card(
        id = "edge/old-protocols-are-refused",
        says = "its servers refuse TLS 1.1 and older",
        severity = Severity.HIGH,
        because = "TLS 1.0 and 1.1 have known weaknesses, and RFC 8996 forbids them",
        remedy = "set the lowest version of the edge to TLS 1.2",
        requires = Need.HTTPS_ADDRESS,
        trippedBy = Fault.EDGE_OLD_PROTOCOL,
        verifies = {"EP-11", "CE-16"})
public final class OldProtocolsAreRefused implements Rule.OfEnvironment<CertificateProbe.Seen> {
    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, CertificateProbe.Seen seen) {
        return CertificateVerdict.each(seen, sighting -> judge(sighting));
    }

    private static Verdict judge(CertificateSighting sighting) {
        OldTls.Answer old = sighting.old().orElseThrow();
        if (old instanceof OldTls.Answer.Accepted accepted) {
            return CertificateVerdict.broken(sighting, "TLS 1.2 or newer", accepted.version() + " is accepted");
        }
        return old instanceof OldTls.Answer.Refused refused
                ? CertificateVerdict.held(sighting, "a greeting of TLS 1.1 is refused: " + refused.how())
                : CertificateVerdict.open(sighting, "a greeting of TLS 1.1 was not answered clearly: " + old);
    }
}
