package dev.envproof.report;

import dev.envproof.rule.Card;
import dev.envproof.rule.Severity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A rule's card as a SARIF reporting descriptor (3.49), with the properties that GitHub reads. */
final class SarifRule {
    private SarifRule() {}

    static Map<String, Object> tree(Card card) {
        Map<String, Object> tree = new LinkedHashMap<>();
        String family = card.id().substring(0, card.id().indexOf('/'));
        tree.put("id", card.id());
        tree.put("name", camelCase(card.id().substring(card.id().indexOf('/') + 1)));
        tree.put("shortDescription", Json.object("text", card.says()));
        tree.put("fullDescription", Json.object("text", card.because()));
        // no helpUri: it must be absolute (3.49.12), and these pages stand beside the system's own files
        tree.put("help", Json.object("text", card.remedy() + " (" + page(card) + ")", "markdown", help(card)));
        tree.put("defaultConfiguration", Json.object("level", level(card.severity())));
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("tags", List.of("security", "environment", family));
        properties.put("precision", "high");
        properties.put("problem.severity", problemSeverity(card.severity()));
        properties.put("security-severity", score(card.severity()));
        properties.put("severity", card.severity().name().toLowerCase(Locale.ROOT));
        tree.put("properties", properties);
        return tree;
    }

    static String level(Severity severity) {
        return switch (severity) {
            case CRITICAL, HIGH -> "error";
            case MEDIUM -> "warning";
            case LOW -> "note";
        };
    }

    private static String problemSeverity(Severity severity) {
        return level(severity).replace("note", "recommendation");
    }

    /** The middle of each span that GitHub names: above 9.0 critical, from 7.0 high, from 4.0 medium. */
    private static String score(Severity severity) {
        return switch (severity) {
            case CRITICAL -> "9.5";
            case HIGH -> "8.0";
            case MEDIUM -> "5.5";
            case LOW -> "2.0";
        };
    }

    private static String help(Card card) {
        return "**because** " + card.because() + "\n\n**remedy** " + card.remedy() + "\n\n`" + page(card) + "`";
    }

    /** As Markdown's readers make a heading's anchor: letters, digits and hyphens stay. */
    private static String page(Card card) {
        return "docs/rules.md#" + card.id().replace("/", "");
    }

    private static String camelCase(String words) {
        StringBuilder name = new StringBuilder();
        for (String word : words.split("-", -1)) {
            name.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
        }
        return name.toString();
    }
}
