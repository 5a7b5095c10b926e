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

/** Where the file says shadow mode, a mail that a service sends is kept in the outbox and reaches nobody. */
@Card(
        id = "isolation/mail-stays-in-the-shadow",
        says = "mail that its services send stays in its outbox",
        severity = Severity.CRITICAL,
        because = "a test sends mail to real people",
        remedy =
                "send mail to the outbox that shadow mode stands for, and take the real relay's address and password out of this environment",
        requires = {Need.SHADOW_MAIL, Need.MAIL_CANARY},
        trippedBy = Fault.ISOLATION_MAIL_LEAVES_STAGING,
        verifies = "EP-07")
public final class MailStaysInTheShadow implements Rule.OfEnvironment<MailProbe.Seen> {

    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, MailProbe.Seen seen) {
        return Verdict.all(MailMode.of(environment, seen, Mode.SHADOW)
                .map(MailStaysInTheShadow::judge)
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
            return Verdict.broken(
                    "no mail in the outside world",
                    "the canary mail reached " + String.join(", ", trap.recipients()),
                    look.evidence());
        }
        return look.outbox()
                .fold(
                        outbox -> outbox.arrived()
                                ? Verdict.held("the canary mail is in the outbox and nowhere else", look.evidence())
                                : Verdict.inconclusive(
                                        "the control failed: the canary mail did not show in the outbox either",
                                        look.evidence()),
                        why -> Verdict.inconclusive("the outbox: " + why, look.evidence()));
    }
}
