package dev.envproof.probe.nginx;

import dev.envproof.probe.nginx.NginxWords.Word;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Turns the words of an nginx configuration into a tree of directives. */
final class NginxTree {
    private static final int DEEPEST = 32;
    private final Iterator<Word> words;

    private NginxTree(Iterator<Word> words) {
        this.words = words;
    }

    static List<Directive> of(String text) throws NginxSyntaxException {
        return new NginxTree(NginxWords.of(text).iterator()).block(0);
    }

    private List<Directive> block(int depth) throws NginxSyntaxException {
        List<Directive> directives = new ArrayList<>();
        List<Word> pending = new ArrayList<>();
        while (words.hasNext()) {
            Word word = words.next();
            if (word.is(";")) {
                directives.add(directive(pending, List.of(), word));
                pending.clear();
            } else if (word.is("{")) {
                if (depth == DEEPEST) {
                    throw new NginxSyntaxException(word.line(), "more than " + DEEPEST + " blocks inside one another");
                }
                directives.add(directive(pending, block(depth + 1), word));
                pending.clear();
            } else if (word.is("}")) {
                return closed(depth, directives, pending, word);
            } else {
                pending.add(word);
            }
        }
        if (depth > 0 || !pending.isEmpty()) {
            int line = pending.isEmpty() ? 1 : pending.get(0).line();
            throw new NginxSyntaxException(line, "the file ends before `" + (depth > 0 ? "}" : ";") + "`");
        }
        return directives;
    }

    private static List<Directive> closed(int depth, List<Directive> directives, List<Word> pending, Word brace)
            throws NginxSyntaxException {
        if (depth == 0) {
            throw new NginxSyntaxException(brace.line(), "`}` closes nothing");
        }
        if (!pending.isEmpty()) {
            throw new NginxSyntaxException(pending.get(0).line(), "a directive ends without `;`");
        }
        return directives;
    }

    private static Directive directive(List<Word> words, List<Directive> block, Word end) throws NginxSyntaxException {
        if (words.isEmpty()) {
            throw new NginxSyntaxException(end.line(), "`" + end.text() + "` follows no directive");
        }
        List<String> texts = words.stream().map(Word::text).toList();
        return new Directive(
                texts.get(0),
                texts.subList(1, texts.size()),
                block,
                words.get(0).line());
    }
}
