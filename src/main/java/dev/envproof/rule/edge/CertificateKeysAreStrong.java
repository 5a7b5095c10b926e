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

/** Of every certificate that is sent. */
@Card(
        id = "edge/certificate-keys-are-strong",
        says = "its certificates have strong keys and signatures",
        severity = Severity.HIGH,
        because = "a short key or a broken hash lets an attacker make a certificate of his own",
        remedy =
                "have the certificate issued again for an RSA key of 2048 bits or an EC key of 256, signed with SHA-256",
        requires = Need.HTTPS_ADDRESS,
        trippedBy = Fault.EDGE_KEY_TOO_SHORT,
        verifies = {"EP-11", "CE-16"})
public final class CertificateKeysAreStrong implements Rule.OfEnvironment<CertificateProbe.Seen> {
    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, CertificateProbe.Seen seen) {
        return CertificateVerdict.each(seen, sighting -> judge(sighting));
    }

    private static Verdict judge(CertificateSighting sighting) {
        return sighting.chain().stream()
                .flatMap(certificate -> certificate.weakness().stream())
                .findFirst()
                .map(weakness ->
                        CertificateVerdict.broken(sighting, "RSA of 2048 bits or EC of 256, and SHA-256", weakness))
                .orElseGet(() -> CertificateVerdict.held(sighting, "strong keys and signatures"));
    }
}
