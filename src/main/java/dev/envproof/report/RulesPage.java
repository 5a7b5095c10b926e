package dev.envproof.report;

import dev.envproof.rule.Card;
import dev.envproof.rule.Need;
import dev.envproof.rule.Rule;
import dev.envproof.suite.Rules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** {@code docs/rules.md}: every rule's card. */
public final class RulesPage {
    private RulesPage() {}

    public static String text() {
        List<Rule<?>> rules = Rules.all();
        List<String> lines = new ArrayList<>(
                List.of(
                        "# Rules",
                        "",
                        "Generated from the rules' cards by `GOLDEN=write mvn test -Dtest=GeneratedPagesTest`; a test fails where it drifts."));
        for (String family : rules.stream().map(RulesPage::family).distinct().toList()) {
            lines.addAll(List.of("", "## " + family));
            rules.stream().filter(rule -> family(rule).equals(family)).forEach(rule -> lines.addAll(section(rule)));
        }
        return String.join("\n", lines) + "\n";
    }

    private static List<String> section(Rule<?> rule) {
        Card card = rule.card();
        return List.of(
                "",
                "### `" + card.id() + "`",
                "",
                "**" + card.severity().name().toLowerCase(Locale.ROOT) + "** · " + card.says(),
                "",
                "- because: " + card.because(),
                "- remedy: " + card.remedy(),
                "- applies where: " + joined(Arrays.stream(card.requires()).map(Need::says)),
                "- tripped by: " + joined(rule.faults().stream().map(id -> "`" + id + "`")),
                "- verifies: " + joined(Arrays.stream(card.verifies())));
    }

    private static String joined(java.util.stream.Stream<String> parts) {
        String text = parts.collect(Collectors.joining(", "));
        return text.isEmpty() ? "-" : text;
    }

    private static String family(Rule<?> rule) {
        return rule.card().id().substring(0, rule.card().id().indexOf('/'));
    }
}
