package dev.envproof.suite;

import dev.envproof.environment.Forms;
import dev.envproof.environment.QualifiedName;
import dev.envproof.environment.yaml.Fields;
import dev.envproof.environment.yaml.Form;
import dev.envproof.environment.yaml.Nearest;
import dev.envproof.rule.Card;
import dev.envproof.rule.Rule;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Decodes the waivers of a suite's file. */
final class WaiverKeys {
    private static final Form DATE = Form.checking(
            "a date, as 2026-12-31", text -> Forms.DATE.fits(text) ? Optional.empty() : Optional.of("not a date"));
    private final Suite selection;
    private final Form environment;
    private final Form rule;

    /** @param environments names that a waiver may use; empty where any will do */
    WaiverKeys(Suite selection, Collection<String> environments) {
        this.selection = selection;
        this.environment = environments.isEmpty() ? SuiteFile.ENVIRONMENT : Form.oneOf("environment", environments);
        List<String> ids = Rules.all().stream().map(it -> it.card().id()).toList();
        this.rule = Form.checking(
                "a rule's id, as docs/rules.md lists them",
                text -> ids.contains(text) ? Optional.empty() : Optional.of(unknown(text, ids)));
    }

    Waiver decode(Fields keys) {
        String waived = keys.text("rule", rule);
        if (isLeftOut(waived)) {
            keys.report("rule", "a rule that this suite leaves out", "a rule that it selects");
        }
        Optional<String> one = keys.optionalText("environment", environment);
        Optional<String> other = keys.optionalText("other", environment);
        other.ifPresent(name -> check(keys, waived, one, name));
        boolean swaps = other.isPresent()
                && isUnordered(waived)
                && one.isPresent()
                && one.get().compareTo(other.get()) > 0;
        return new Waiver(
                waived,
                swaps ? other : one,
                swaps ? one : other,
                keys.text("owner", SuiteFile.TEXT),
                keys.text("reason", SuiteFile.TEXT),
                Optional.of(keys.text("expires", DATE))
                        .filter(DATE::fits)
                        .map(LocalDate::parse)
                        .orElse(LocalDate.MIN));
    }

    private static void check(Fields keys, String waived, Optional<String> one, String other) {
        if (!keys.hasAny("environment")) {
            keys.report("other", "the second of a pair without the first", "`environment` beside it");
        } else if (!one.map(first -> QualifiedName.of(first).system())
                .equals(Optional.of(QualifiedName.of(other).system()))) {
            keys.report(
                    "other", "an environment of another system", "both of a pair with one system's name, or without");
        } else if (one.filter(other::equals).isPresent()) {
            keys.report("other", "the same environment twice", "the other environment of a pair");
        } else if (rules(waived).stream().anyMatch(Rule.OfEnvironment.class::isInstance)) {
            keys.report("other", "a pair, and the rule judges one environment by itself", "`environment` alone");
        }
    }

    private boolean isLeftOut(String id) {
        return rules(id).stream().map(Rule::card).anyMatch(card -> !selection.selects(card));
    }

    /** Such a rule judges a pair once, in the order of the environments' names. */
    private static boolean isUnordered(String id) {
        return rules(id).stream().map(Rule::card).anyMatch(Card::unordered);
    }

    private static List<Rule<?>> rules(String id) {
        return Rules.all().stream().filter(it -> it.card().id().equals(id)).toList();
    }

    /** Ids are longer than what a text in the wrong place may show of itself; the nearest one is a known name. */
    private static String unknown(String text, List<String> ids) {
        String shown = text.matches("[a-z]+/[a-z-]{1,60}") ? "unknown rule `" + text + "`" : "unknown rule";
        return shown + Nearest.question(text, ids);
    }
}
