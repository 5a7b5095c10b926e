package dev.envproof.rule.isolation;

import dev.envproof.environment.Environment;
import dev.envproof.environment.StoreTerms.Mode;
import dev.envproof.probe.mail.MailProbe;
import dev.envproof.probe.mail.MailProbe.MailLook;
import java.util.stream.Stream;

/** Picks the mails of an environment's stores that are declared to be in one mode. */
final class MailMode {
    private MailMode() {}

    static Stream<MailLook> of(Environment environment, MailProbe.Seen seen, Mode mode) {
        return seen.sentBy(environment.name())
                .filter(look -> environment
                        .store(look.canary().path().store())
                        .flatMap(address -> address.terms().mail())
                        .filter(mail -> mail.mode() == mode)
                        .isPresent());
    }
}
