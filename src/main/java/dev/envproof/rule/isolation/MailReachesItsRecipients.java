package dev.envproof.rule.isolation;

import dev.envproof.environment.Environment;
import dev.envproof.environment.StoreTerms.Mode;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.fault.Fault;
import dev.envproof.probe.mail.Delivery;
import dev.envproof.probe.mail.MailProbe;
import dev.envproof.probe.mail.MailProbe.MailLook;
import dev.envproof.rule.Card;
import dev.envproof.rule.Need;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Severity;
import dev.envproof.rule.Verdict;

/** Where the file says that mail is real, a mail that a service sends leaves within its window. */
@Card(
        id = "isolation/mail-reaches-its-recipients",
        says = "mail that its services send leaves",
        severity = Severity.HIGH,
        because = "nobody gets a password reset, an invoice or a warning, and no error says so",
        remedy = "switch shadow mode off and give the services the relay that delivers",
        requires = {Need.REAL_MAIL, Need.MAIL_CANARY},
        trippedBy = Fault.ISOLATION_MAIL_NEVER_LEAVES,
        verifies = {"EP-07", "CE-15"})
public final class MailReachesItsRecipients implements Rule.OfEnvironment<MailProbe.Seen> {

    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, MailProbe.Seen seen) {
        return Verdict.all(MailMode.of(environment, seen, Mode.REAL)
                .map(MailReachesItsRecipients::judge)
                .toList());
    }

    private static Verdict judge(MailLook look) {
        return look.trap()
                .fold(
                        trap -> judge(look, trap),
                        why -> Verdict.inconclusive("the outside world: " + why, look.evidence()));
    }

    private static Verdict judge(MailLook look, Delivery trap) {
        if (trap.arrived()) {
            return Verdict.held("the canary mail reached " + String.join(", ", trap.recipients()), look.evidence());
        }
        boolean isShadowed = look.outbox().known().filter(Delivery::arrived).isPresent();
        return Verdict.broken(
                "the canary mail in the outside world within its window",
                isShadowed ? "it stayed in the shadow outbox" : "it was accepted and did not arrive",
                look.evidence());
    }
}
