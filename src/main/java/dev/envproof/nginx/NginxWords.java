package dev.envproof.nginx;

import java.util.ArrayList;
import java.util.List;

/** Splits an nginx configuration into words and the marks {@code ;}, <code>{</code> and <code>}</code>. */
final class NginxWords {
    private final String text;
    private final String file;
    private final List<Word> words = new ArrayList<>();
    private int at;
    private int line = 1;
    private int lineStart;

    private NginxWords(String text, String file) {
        this.text = text;
        this.file = file;
    }

    /**
     * @param isMark whether it is a mark and not a word of the same letter in quotes
     * @param place where it begins: the file and its line and column, from 1
     */
    record Word(String text, boolean isMark, String place) {
        boolean is(String mark) {
            return isMark && text.equals(mark);
        }
    }

    static List<Word> of(String text, String file) throws UnreadableConfException {
        NginxWords reading = new NginxWords(text, file);
        reading.read();
        return List.copyOf(reading.words);
    }

    private void read() throws UnreadableConfException {
        while (at < text.length()) {
            char next = text.charAt(at);
            if (Character.isWhitespace(next)) {
                step();
            } else if (next == '#') {
                comment();
            } else if (isMark(next)) {
                words.add(new Word(String.valueOf(next), true, place()));
                step();
            } else if (next == '"' || next == '\'') {
                quoted(next);
            } else {
                plain();
            }
        }
    }

    private void comment() {
        while (at < text.length() && text.charAt(at) != '\n') {
            step();
        }
    }

    private void quoted(char quote) throws UnreadableConfException {
        String begun = place();
        StringBuilder word = new StringBuilder();
        step();
        while (at < text.length() && text.charAt(at) != quote) {
            take(word);
        }
        if (at == text.length()) {
            throw new UnreadableConfException(begun, "a quote is not closed");
        }
        step();
        words.add(new Word(word.toString(), false, begun));
    }

    private void plain() {
        String begun = place();
        StringBuilder word = new StringBuilder();
        while (at < text.length() && !Character.isWhitespace(text.charAt(at)) && !isMark(text.charAt(at))) {
            if (text.startsWith("${", at)) {
                variable(word);
            } else {
                take(word);
            }
        }
        words.add(new Word(word.toString(), false, begun));
    }

    /** A brace right after a dollar sign belongs to a variable, so it opens no block. */
    private void variable(StringBuilder word) {
        while (at < text.length() && text.charAt(at) != '}') {
            take(word);
        }
        if (at < text.length()) {
            take(word);
        }
    }

    private void take(StringBuilder word) {
        if (text.charAt(at) == '\\' && at + 1 < text.length()) {
            char escaped = text.charAt(at + 1);
            // nginx takes the backslash away before a quote only; before others it belongs to a regular expression.
            if (escaped != '"' && escaped != '\'') {
                word.append('\\');
            }
            step();
        }
        word.append(text.charAt(at));
        step();
    }

    private String place() {
        return file + ":" + line + ":" + (at - lineStart + 1);
    }

    private static boolean isMark(char character) {
        return character == ';' || character == '{' || character == '}';
    }

    private void step() {
        boolean endsLine = text.charAt(at) == '\n';
        at++;
        if (endsLine) {
            line++;
            lineStart = at;
        }
    }
}
