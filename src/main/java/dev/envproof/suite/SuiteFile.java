package dev.envproof.suite;

import dev.envproof.environment.yaml.Fields;
import dev.envproof.environment.yaml.Form;
import dev.envproof.environment.yaml.Range;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Severity;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Decodes a file of {@code suites/}. */
final class SuiteFile {
    private static final Form TEXT = Form.matching("a text", "a line of text", "[^\\r\\n]*\\S[^\\r\\n]*");
    private static final Form ENVIRONMENT =
            Form.matching("a name", "an environment's name, as staging", "[a-z][a-z0-9-]{0,62}");
    private static final Form DATE = Form.checking("a date, as 2026-12-31", SuiteFile::complaintAboutDate);
    private final String name;
    private final Form rule;
    private final Form ruleOrFamily;

    SuiteFile(String name) {
        Set<String> rules = new TreeSet<>(
                Rules.all().stream().map(Rule::card).map(card -> card.id()).toList());
        Set<String> both = new TreeSet<>(rules);
        rules.forEach(id -> both.add(id.substring(0, id.indexOf('/'))));
        this.name = name;
        this.rule = new Form(
                "a rule's id, as docs/rules.md lists them",
                Form.oneOf("rule", rules).complaint());
        this.ruleOrFamily = new Form(
                "a family or a rule's id, as docs/rules.md lists them",
                Form.oneOf("family or rule", both).complaint());
    }

    Suite decode(Fields keys) {
        keys.text("suite", Form.checking(name + ", the file's own name", this::complaintAboutName));
        keys.text("says", TEXT);
        Suite selection = new Suite(
                name,
                Set.copyOf(keys.optionalTexts("includes", ruleOrFamily)),
                Set.copyOf(keys.optionalTexts("excludes", ruleOrFamily)),
                keys.number("at-least", new Range(1, 10_000)),
                severities(keys.word("blocking", Severity.class)),
                List.of(),
                keys.section("latency", SuiteFile::latency).orElse(LatencyPolicy.DEFAULT));
        return selection.with(keys.list("waivers", waiver -> waiver(waiver, selection)));
    }

    private static LatencyPolicy latency(Fields keys) {
        return new LatencyPolicy(
                keys.number("at-most-percent", new Range(100, 10_000), LatencyPolicy.DEFAULT.atMostPercent()),
                keys.number("floor-millis", new Range(1, 60_000), LatencyPolicy.DEFAULT.floorMillis()));
    }

    private Waiver waiver(Fields keys, Suite selection) {
        String waived = keys.text("rule", rule);
        if (isLeftOut(waived, selection)) {
            keys.report("rule", "a rule that this suite leaves out", "a rule that it selects");
        }
        return new Waiver(
                waived,
                keys.optionalText("environment", ENVIRONMENT),
                keys.text("owner", TEXT),
                keys.text("reason", TEXT),
                Optional.of(keys.text("expires", DATE))
                        .filter(text -> complaintAboutDate(text).isEmpty())
                        .map(LocalDate::parse)
                        .orElse(LocalDate.MIN));
    }

    private static boolean isLeftOut(String id, Suite selection) {
        return Rules.all().stream().map(Rule::card).anyMatch(card -> card.id().equals(id) && !selection.selects(card));
    }

    private Optional<String> complaintAboutName(String text) {
        return text.equals(name) ? Optional.empty() : Optional.of("not the name of the suite's file");
    }

    /** The named severity and every worse one. */
    private static Set<Severity> severities(Severity mildest) {
        return EnumSet.range(Severity.CRITICAL, mildest);
    }

    private static Optional<String> complaintAboutDate(String text) {
        try {
            LocalDate.parse(text);
            return Optional.empty();
        } catch (DateTimeParseException wrong) {
            return Optional.of("not a date");
        }
    }
}
