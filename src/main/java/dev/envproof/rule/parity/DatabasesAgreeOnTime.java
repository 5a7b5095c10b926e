package dev.envproof.rule.parity;

import dev.envproof.environment.Environment;
import dev.envproof.fault.Fault;
import dev.envproof.probe.store.DatabaseLocale;
import dev.envproof.probe.store.DatabaseLocale.Clock;
import dev.envproof.probe.store.LocaleProbe;
import dev.envproof.rule.Card;
import dev.envproof.rule.Need;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Severity;
import dev.envproof.rule.Verdict;

/** The zones have one effect in winter and in summer, whatever they are called. */
@Card(
        id = "parity/databases-agree-on-time",
        says = "databases tell the same time of day as the other environment's",
        severity = Severity.MEDIUM,
        because = "days end, jobs start and reports are cut at other moments than where they were tried",
        remedy = "set one time zone: ALTER DATABASE ... SET timezone, or the server's configuration",
        requires = {Need.PARITY, Need.DATABASE},
        trippedBy = Fault.PARITY_TIME_ZONE_DIFFERS,
        verifies = {"IN-06", "IN-15", "EA-11"},
        unordered = true)
public final class DatabasesAgreeOnTime implements Rule.OfPair<LocaleProbe.Seen> {

    @Override
    public Verdict judge(Environment from, LocaleProbe.Seen one, Environment to, LocaleProbe.Seen other) {
        return new Locales(from, one, to, other)
                .compared("one time of day in both", DatabaseLocale::clock, Clock::effect, DatabasesAgreeOnTime::text);
    }

    private static String text(Clock clock) {
        return clock.effect() + " (" + clock.zone() + (clock.isOwn() ? "" : ", the server's") + ")";
    }
}
