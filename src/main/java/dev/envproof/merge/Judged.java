package dev.envproof.merge;

import dev.envproof.evidence.Exchange;
import dev.envproof.evidence.VisibleText;
import dev.envproof.rule.Verdict;
import dev.envproof.suite.Finding;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A finding in {@code shard.json}.
 *
 * @param subject one environment, or two
 * @param texts the verdict's own, in its order
 */
record Judged(String rule, List<String> subject, Word verdict, List<String> texts, List<Exchange> exchanges) {
    /** What a verdict is called in the file. */
    enum Word {
        HELD(1),
        BROKEN(2),
        INCONCLUSIVE(1);

        private final int texts;

        Word(int texts) {
            this.texts = texts;
        }
    }

    Judged {
        subject = List.copyOf(subject);
        texts = List.copyOf(texts);
        exchanges = List.copyOf(exchanges);
        if (texts.size() != verdict.texts) {
            throw new IllegalArgumentException("as many texts as the verdict has");
        }
    }

    static Judged of(Finding finding) {
        Verdict verdict = finding.verdict();
        if (verdict instanceof Verdict.Broken broken) {
            return of(finding, Word.BROKEN, broken.expected(), broken.saw());
        }
        return verdict instanceof Verdict.Inconclusive open
                ? of(finding, Word.INCONCLUSIVE, open.why())
                : of(finding, Word.HELD, ((Verdict.Held) verdict).saw());
    }

    private static Judged of(Finding finding, Word word, String... texts) {
        return new Judged(
                finding.rule(),
                SubjectNames.of(finding.subject()),
                word,
                List.of(texts),
                finding.verdict().exchanges());
    }

    /** Escaped once more: a file that comes from another machine is not trusted. */
    Verdict asVerdict() {
        List<Exchange> shown = exchanges.stream().map(Judged::visible).toList();
        String first = VisibleText.of(texts.get(0));
        return switch (verdict) {
            case HELD -> new Verdict.Held(first, shown);
            case BROKEN -> new Verdict.Broken(first, VisibleText.of(texts.get(1)), shown);
            case INCONCLUSIVE -> new Verdict.Inconclusive(first, shown);
        };
    }

    private static Exchange visible(Exchange exchange) {
        return new Exchange(
                Arrays.stream(exchange.request().split("\n", -1))
                        .map(VisibleText::of)
                        .collect(Collectors.joining("\n")),
                exchange.answer().stream().map(VisibleText::of).toList(),
                VisibleText.of(exchange.again()));
    }
}
