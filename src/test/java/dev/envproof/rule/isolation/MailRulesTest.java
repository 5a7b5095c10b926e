package dev.envproof.rule.isolation;

import static dev.envproof.rule.isolation.SideStoreSeen.ABSENT;
import static dev.envproof.rule.isolation.SideStoreSeen.ARRIVED;
import static dev.envproof.rule.isolation.SideStoreSeen.known;
import static dev.envproof.rule.isolation.SideStoreSeen.mailOf;
import static dev.envproof.rule.isolation.SideStoreSeen.mailing;
import static dev.envproof.rule.isolation.SideStoreSeen.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import dev.envproof.environment.Environment;
import dev.envproof.environment.StoreTerms.Mode;
import dev.envproof.probe.SampleSystem;
import dev.envproof.probe.mail.Delivery;
import dev.envproof.probe.mail.MailProbe;
import dev.envproof.probe.mail.MailProbe.MailLook;
import dev.envproof.probe.store.Fact;
import dev.envproof.rule.Verdict;
import dev.envproof.rule.Verdict.Broken;
import dev.envproof.rule.Verdict.Held;
import dev.envproof.rule.Verdict.Inconclusive;
import java.util.List;
import org.junit.jupiter.api.Test;

class MailRulesTest {
    private static final Environment STAGING = mailing("staging", Mode.SHADOW);
    private static final Environment PRODUCTION = mailing("production", Mode.REAL);

    @Test
    void mail_in_the_outbox_alone_stays_in_the_shadow() {
        assertThat(shadow(known(ARRIVED), known(ABSENT))).isInstanceOf(Held.class);
    }

    @Test
    void mail_in_the_outside_world_is_found_beside_its_shadow_too() {
        assertThat(shadow(known(ARRIVED), known(ARRIVED)))
                .isInstanceOf(Broken.class)
                .asString()
                .contains("someone@customer.example");
        assertThat(shadow(known(ABSENT), known(ARRIVED))).isInstanceOf(Broken.class);
    }

    @Test
    void mail_that_arrives_nowhere_proves_nothing_of_shadow_mode() {
        assertThat(shadow(known(ABSENT), known(ABSENT))).isInstanceOf(Inconclusive.class);
    }

    @Test
    void an_outside_world_that_nobody_sees_proves_nothing() {
        assertThat(shadow(known(ARRIVED), unknown("no trap"))).isInstanceOf(Inconclusive.class);
        assertThat(shadow(unknown("no outbox"), known(ABSENT))).isInstanceOf(Inconclusive.class);
    }

    @Test
    void real_mail_that_arrives_is_as_declared() {
        assertThat(real(known(ABSENT), known(ARRIVED))).isInstanceOf(Held.class);
    }

    @Test
    void real_mail_that_stays_in_an_outbox_is_found() {
        assertThat(real(known(ARRIVED), known(ABSENT)))
                .isInstanceOf(Broken.class)
                .asString()
                .contains("shadow outbox");
        assertThat(real(known(ABSENT), known(ABSENT))).isInstanceOf(Broken.class);
        assertThat(real(known(ARRIVED), unknown("no trap"))).isInstanceOf(Inconclusive.class);
    }

    @Test
    void each_rule_leaves_the_other_mode_alone() {
        assertThat(new MailReachesItsRecipients().judge(SampleSystem.system(), STAGING, seen(sent("staging"))))
                .isEqualTo(Verdict.inconclusive("nothing was looked at"));
    }

    @Test
    void mail_in_the_other_outbox_is_found_and_both_are_named() {
        assertThat(pair(known(ARRIVED)))
                .isInstanceOf(Broken.class)
                .asString()
                .contains("of staging is in the outbox of production");
        assertThat(pair(known(ABSENT))).isInstanceOf(Held.class);
        assertThat(pair(unknown("no outbox"))).isInstanceOf(Inconclusive.class);
    }

    @Test
    void mail_that_arrives_nowhere_proves_nothing_of_outboxes() {
        MailLook lost = mailOf("staging", known(ABSENT), known(ABSENT));
        assertThat(pair(seen(lost), seen(mailOf("staging", known(ABSENT), unknown("")))))
                .isInstanceOf(Inconclusive.class);
        assertThat(pair(seen(), seen())).isInstanceOf(Inconclusive.class);
    }

    private static Verdict shadow(Fact<Delivery> outbox, Fact<Delivery> trap) {
        return new MailStaysInTheShadow().judge(SampleSystem.system(), STAGING, seen(mailOf("staging", outbox, trap)));
    }

    private static Verdict real(Fact<Delivery> outbox, Fact<Delivery> trap) {
        return new MailReachesItsRecipients()
                .judge(SampleSystem.system(), PRODUCTION, seen(mailOf("production", outbox, trap)));
    }

    private static Verdict pair(Fact<Delivery> abroad) {
        return pair(seen(sent("staging")), seen(mailOf("staging", abroad, unknown(""))));
    }

    private static Verdict pair(MailProbe.Seen staging, MailProbe.Seen production) {
        return new MailStaysInItsOwnOutbox().judge(STAGING, staging, PRODUCTION, production);
    }

    private static MailLook sent(String environment) {
        return mailOf(environment, known(ARRIVED), known(ABSENT));
    }

    private static MailProbe.Seen seen(MailLook... looks) {
        return new MailProbe.Seen(List.of(looks));
    }
}
