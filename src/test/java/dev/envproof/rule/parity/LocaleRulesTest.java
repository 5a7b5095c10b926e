package dev.envproof.rule.parity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envproof.environment.Environment;
import dev.envproof.probe.SampleSystem;
import dev.envproof.probe.store.DatabaseLocale;
import dev.envproof.probe.store.DatabaseLocale.Clock;
import dev.envproof.probe.store.Fact;
import dev.envproof.probe.store.LocaleProbe;
import dev.envproof.rule.Verdict;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Rules about time zones and collations, judged by what these do and not by their names. */
class LocaleRulesTest {
    private static final Environment STAGING = SampleSystem.environment("staging", "STAGING", Set.of());
    private static final Environment PRODUCTION = SampleSystem.environment("production", "PROD", Set.of());
    private static final DatabaseLocale PLAIN = locale("a B", new Clock("12:00", "UTC", true));

    @Test
    void finds_another_time_of_day() {
        assertThat(time(locale("a B", new Clock("07:00", "America/New_York", true))))
                .isInstanceOfSatisfying(
                        Verdict.Broken.class,
                        broken -> assertThat(broken.saw())
                                .isEqualTo(
                                        "database: production has 12:00 (UTC), staging has 07:00 (America/New_York)"));
    }

    @Test
    void takes_one_zone_under_two_names_for_one() {
        assertThat(time(locale("a B", new Clock("12:00", "Etc/UTC", false)))).isInstanceOf(Verdict.Held.class);
    }

    @Test
    void finds_another_order_of_the_same_words() {
        assertThat(order(locale("B a", new Clock("12:00", "UTC", true)))).isInstanceOf(Verdict.Broken.class);
        assertThat(order(PLAIN)).isInstanceOf(Verdict.Held.class);
    }

    @Test
    void proves_nothing_about_a_database_that_it_could_not_ask() {
        Fact.Unknown<String> text = new Fact.Unknown<>("connect: no");
        DatabaseLocale closed = new DatabaseLocale("database", text, text, new Fact.Unknown<>("connect: no"));

        assertThat(order(closed)).isInstanceOf(Verdict.Inconclusive.class);
        assertThat(time(closed)).isInstanceOf(Verdict.Inconclusive.class);
    }

    private static Verdict time(DatabaseLocale staging) {
        return new DatabasesAgreeOnTime().judge(PRODUCTION, seen(PLAIN), STAGING, seen(staging));
    }

    private static Verdict order(DatabaseLocale staging) {
        return new DatabasesSortAlike().judge(PRODUCTION, seen(PLAIN), STAGING, seen(staging));
    }

    private static LocaleProbe.Seen seen(DatabaseLocale locale) {
        return new LocaleProbe.Seen(List.of(locale));
    }

    private static DatabaseLocale locale(String order, Clock clock) {
        return new DatabaseLocale(
                "database", new Fact.Known<>(order), new Fact.Known<>("Sunday"), new Fact.Known<>(clock));
    }
}
