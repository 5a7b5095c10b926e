package dev.envproof.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.envproof.evidence.Exchange;
import dev.envproof.history.Change;
import dev.envproof.history.Word;
import dev.envproof.report.page.ScriptJson;
import dev.envproof.report.page.Shown;
import dev.envproof.rule.Card;
import dev.envproof.rule.Verdict;
import dev.envproof.suite.Finding;
import dev.envproof.suite.NotApplicable;
import dev.envproof.suite.Subject;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What the page's script draws the matrix and the details from: names once, findings as rows of numbers. */
final class PageData {
    private final Outcome outcome;
    private final PageChoice choice;
    private final Map<String, Integer> environments = new LinkedHashMap<>();
    private final Map<String, Integer> rules = new LinkedHashMap<>();
    private final Map<String, Card> cards = new LinkedHashMap<>();
    private final Map<Exchange, Integer> exchanges = new LinkedHashMap<>();
    private final Map<String, Integer> reasons = new LinkedHashMap<>();

    private PageData(Outcome outcome, PageChoice choice) {
        this.outcome = outcome;
        this.choice = choice;
    }

    static String of(Outcome outcome, PageChoice choice) {
        return ScriptJson.of(new PageData(outcome, choice)::write);
    }

    private void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart("findings");
        Map<String, String> before = changed();
        for (int at = 0; at < choice.listed().size(); at++) {
            write(json, choice.listed().get(at), choice.detailed().contains(at), before);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("notApplicable");
        for (NotApplicable it : choice.notApplicable()) {
            json.writeStartArray();
            place(json, it.card(), it.subject());
            json.writeNumber(number(reasons, it.why()));
            json.writeEndArray();
        }
        json.writeEndArray();
        tables(json);
        json.writeEndObject();
    }

    private void write(JsonGenerator json, Finding finding, boolean detailed, Map<String, String> before)
            throws IOException {
        json.writeStartArray();
        place(json, finding.card(), finding.subject());
        json.writeString(FindingText.word(finding).substring(0, 1));
        String was = before.get(finding.subject() + ": " + finding.rule());
        if (detailed) {
            detail(json, finding);
        } else if (was != null) {
            json.writeNumber(0);
        }
        if (was != null) {
            json.writeString(Shown.of(was, 40));
        }
        json.writeEndArray();
    }

    private void detail(JsonGenerator json, Finding finding) throws IOException {
        Verdict verdict = finding.verdict();
        json.writeStartObject();
        if (verdict instanceof Verdict.Broken broken) {
            text(json, "expected", broken.expected());
            text(json, "saw", broken.saw());
        } else if (verdict instanceof Verdict.Inconclusive open) {
            text(json, "why", open.why());
        } else if (verdict instanceof Verdict.Held held) {
            text(json, "saw", held.saw());
        }
        if (!finding.isHeld() && outcome.closes(finding)) {
            json.writeBooleanField("closes", true);
        }
        if (finding.waiver().isPresent()) {
            text(json, "waiver", PageWaivers.text(finding.waiver().get()));
        }
        json.writeArrayFieldStart("exchanges");
        for (Exchange exchange : PageChoice.exchanges(verdict)) {
            json.writeNumber(number(exchanges, exchange));
        }
        json.writeEndArray();
        json.writeNumberField(
                "more",
                verdict.exchanges().size() - PageChoice.exchanges(verdict).size());
        json.writeEndObject();
    }

    private void place(JsonGenerator json, Card card, Subject subject) throws IOException {
        cards.putIfAbsent(card.id(), card);
        json.writeNumber(number(rules, card.id()));
        json.writeNumber(number(environments, subject.environment()));
        json.writeNumber(
                subject.other().map(other -> number(environments, other)).orElse(-1));
    }

    private void tables(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("rules");
        for (Card card : cards.values()) {
            write(json, card);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("exchanges");
        for (Exchange exchange : exchanges.keySet()) {
            json.writeStartArray();
            json.writeString(choice.exchanges().getOrDefault(exchange, ""));
            json.writeString(Shown.of(exchange.again(), PageChoice.LONGEST_TEXT));
            json.writeEndArray();
        }
        json.writeEndArray();
        texts(json, "environments", environments);
        texts(json, "reasons", reasons);
        json.writeArrayFieldStart("order");
        for (String name : outcome.findings().environments()) {
            if (environments.containsKey(name)) {
                json.writeNumber(number(environments, name));
            }
        }
        json.writeEndArray();
    }

    private void write(JsonGenerator json, Card card) throws IOException {
        json.writeStartObject();
        text(json, "id", card.id());
        text(json, "says", card.says());
        json.writeStringField("severity", card.severity().name().toLowerCase(Locale.ROOT));
        text(json, "because", card.because());
        text(json, "remedy", card.remedy());
        text(json, "owner", outcome.suite().owners().of(card.id()).orElse(""));
        text(json, "verifies", String.join(", ", card.verifies()));
        if (card.unordered()) {
            json.writeBooleanField("unordered", true);
        }
        json.writeEndObject();
    }

    private static void texts(JsonGenerator json, String name, Map<String, Integer> texts) throws IOException {
        json.writeArrayFieldStart(name);
        for (String text : texts.keySet()) {
            json.writeString(Shown.of(text, PageChoice.LONGEST_TEXT));
        }
        json.writeEndArray();
    }

    private static void text(JsonGenerator json, String name, String text) throws IOException {
        json.writeStringField(name, Shown.of(text, PageChoice.LONGEST_TEXT));
    }

    /** The verdict before, of what the last run changed. */
    private Map<String, String> changed() {
        Map<String, String> before = new HashMap<>();
        if (outcome.watch().past().runs().size() > 1) {
            for (Change change : outcome.watch().past().lastChanges()) {
                if (!change.before().equals(Word.UNSEEN)) {
                    before.put(change.spot().toString(), change.before());
                }
            }
        }
        return before;
    }

    private static <K> int number(Map<K, Integer> table, K key) {
        Integer known = table.get(key);
        if (known != null) {
            return known;
        }
        table.put(key, table.size());
        return table.size() - 1;
    }
}
