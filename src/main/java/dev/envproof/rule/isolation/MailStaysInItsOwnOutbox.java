package dev.envproof.rule.isolation;

import dev.envproof.environment.Environment;
import dev.envproof.fault.Fault;
import dev.envproof.probe.mail.Delivery;
import dev.envproof.probe.mail.MailProbe;
import dev.envproof.probe.mail.MailProbe.MailLook;
import dev.envproof.rule.Card;
import dev.envproof.rule.Need;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Severity;
import dev.envproof.rule.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A mail that one environment sends is in no outbox of the other. */
@Card(
        id = "isolation/mail-stays-in-its-own-outbox",
        says = "mail of one is not in the outbox of the other",
        severity = Severity.HIGH,
        because = "testers read, and click, links that belong to another environment",
        remedy = "give each environment an outbox, or at least an SMTP user, of its own",
        requires = {Need.MAIL_OUTBOX, Need.MAIL_CANARIES},
        trippedBy = Fault.ISOLATION_MAIL_IN_OUTBOX_OF_SIBLING,
        verifies = {"EP-07", "EP-16"},
        unordered = true)
public final class MailStaysInItsOwnOutbox implements Rule.OfPair<MailProbe.Seen> {

    @Override
    public Verdict judge(Environment from, MailProbe.Seen a, Environment to, MailProbe.Seen b) {
        List<Verdict> all = Stream.concat(crossings(from, a, to, b), crossings(to, b, from, a))
                .toList();
        List<Verdict> telling = all.stream()
                .filter(verdict -> !(verdict instanceof Verdict.Inconclusive))
                .toList();
        if (all.isEmpty()) {
            return Verdict.inconclusive("neither " + from.name() + " nor " + to.name() + " allows a canary mail");
        }
        return Verdict.all(telling.isEmpty() ? all : telling);
    }

    private static Stream<Verdict> crossings(
            Environment home, MailProbe.Seen atHome, Environment abroad, MailProbe.Seen seenAbroad) {
        return seenAbroad.sentBy(home.name()).map(look -> judge(home, atHome, abroad, look));
    }

    private static Verdict judge(Environment home, MailProbe.Seen atHome, Environment abroad, MailLook look) {
        String mail = "the canary mail of " + home.name();
        boolean crossed = look.outbox().known().filter(Delivery::arrived).isPresent();
        if (crossed) {
            return Verdict.broken(
                    "no mail of " + home.name() + " in the outbox of " + abroad.name(),
                    mail + " is in the outbox of " + abroad.name(),
                    look.evidence());
        }
        Optional<MailLook> own = atHome.sentBy(home.name())
                .filter(sent -> sent.canary().id().equals(look.canary().id()))
                .findFirst();
        boolean arrived = own.stream()
                .flatMap(sent -> Stream.of(sent.outbox(), sent.trap()))
                .anyMatch(place -> place.known().filter(Delivery::arrived).isPresent());
        if (!arrived) {
            return Verdict.inconclusive(mail + " arrived nowhere", look.evidence());
        }
        return look.outbox()
                .fold(
                        absent -> Verdict.held(mail + " is not in the outbox of " + abroad.name(), look.evidence()),
                        why -> Verdict.inconclusive("the outbox of " + abroad.name() + ": " + why, look.evidence()));
    }
}
