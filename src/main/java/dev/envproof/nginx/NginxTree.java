package dev.envproof.nginx;

import dev.envproof.nginx.NginxWords.Word;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Turns the words of an nginx configuration into a tree of directives. */
final class NginxTree {
    private static final int DEEPEST = 32;
    private final Iterator<Word> words;
    private final String file;

    private NginxTree(Iterator<Word> words, String file) {
        this.words = words;
        this.file = file;
    }

    static List<Directive> of(String text, String file) throws UnreadableConfException {
        return new NginxTree(NginxWords.of(text, file).iterator(), file).block(0);
    }

    private List<Directive> block(int depth) throws UnreadableConfException {
        List<Directive> directives = new ArrayList<>();
        List<Word> pending = new ArrayList<>();
        while (words.hasNext()) {
            Word word = words.next();
            if (word.is(";")) {
                directives.add(directive(pending, List.of(), word));
                pending.clear();
            } else if (word.is("{")) {
                if (depth == DEEPEST) {
                    throw new UnreadableConfException(
                            word.place(), "more than " + DEEPEST + " blocks inside one another");
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
            String place = pending.isEmpty() ? file + ":1:1" : pending.get(0).place();
            throw new UnreadableConfException(place, "the file ends before `" + (depth > 0 ? "}" : ";") + "`");
        }
        return directives;
    }

    private static List<Directive> closed(int depth, List<Directive> directives, List<Word> pending, Word brace)
            throws UnreadableConfException {
        if (depth == 0) {
            throw new UnreadableConfException(brace.place(), "`}` closes nothing");
        }
        if (!pending.isEmpty()) {
            throw new UnreadableConfException(pending.get(0).place(), "a directive ends without `;`");
        }
        return directives;
    }

    private static Directive directive(List<Word> words, List<Directive> block, Word end)
            throws UnreadableConfException {
        if (words.isEmpty()) {
            throw new UnreadableConfException(end.place(), "`" + end.text() + "` follows no directive");
        }
        List<String> texts = words.stream().map(Word::text).toList();
        return new Directive(
                texts.get(0),
                texts.subList(1, texts.size()),
                block,
                words.get(0).place());
    }
}
