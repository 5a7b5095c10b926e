package dev.envproof.rule.parity;

import dev.envproof.environment.Environment;
import dev.envproof.fault.Fault;
import dev.envproof.probe.store.DatabaseLocale;
import dev.envproof.probe.store.LocaleProbe;
import dev.envproof.rule.Card;
import dev.envproof.rule.Need;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Severity;
import dev.envproof.rule.Verdict;
import java.util.List;
import java.util.function.Function;

/** The same words come back in the same order, and dates and numbers are written alike. */
@Card(
        id = "parity/databases-sort-alike",
        says = "databases sort and spell as the other environment's do",
        severity = Severity.MEDIUM,
        because = "pages, unique names and comparisons come out otherwise than where they were tried",
        remedy = "create the database with the collation and locale of the other one, and reindex",
        requires = {Need.PARITY, Need.DATABASE},
        trippedBy = Fault.PARITY_COLLATION_DIFFERS,
        verifies = {"IN-06", "IN-15", "EA-11"},
        unordered = true)
public final class DatabasesSortAlike implements Rule.OfPair<LocaleProbe.Seen> {

    @Override
    public Verdict judge(Environment from, LocaleProbe.Seen one, Environment to, LocaleProbe.Seen other) {
        Locales locales = new Locales(from, one, to, other);
        return Verdict.all(List.of(
                locales.compared("one order in both", DatabaseLocale::order, order -> order, Function.identity()),
                locales.compared("one spelling in both", DatabaseLocale::spelling, text -> text, Function.identity())));
    }
}
