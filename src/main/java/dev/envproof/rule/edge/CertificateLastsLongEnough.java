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

/** Enough days are left to notice that a renewal did not run. */
@Card(
        id = "edge/certificate-lasts-long-enough",
        says = "its certificates are renewed in time",
        severity = Severity.MEDIUM,
        because = "the day it expires, nobody gets in, and renewal has already failed once",
        remedy = "renew the certificate, and look after the renewal that should have run by now",
        requires = Need.HTTPS_ADDRESS,
        trippedBy = Fault.EDGE_CERTIFICATE_RUNS_OUT,
        verifies = {"EP-11", "CE-16"})
public final class CertificateLastsLongEnough implements Rule.OfEnvironment<CertificateProbe.Seen> {
    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, CertificateProbe.Seen seen) {
        return CertificateVerdict.each(seen, sighting -> judge(environment, sighting));
    }

    private static Verdict judge(Environment environment, CertificateSighting sighting) {
        int wanted = environment.edgeSecurity().certificateDays();
        long days = sighting.left().orElseThrow().toDays();
        if (!sighting.isInForce()) {
            return CertificateVerdict.waits(sighting);
        }
        return days >= wanted
                ? CertificateVerdict.held(sighting, days + " days left")
                : CertificateVerdict.broken(
                        sighting,
                        "at least " + wanted + " days left (`edge-security.certificate-days`)",
                        days + " days left");
    }
}
