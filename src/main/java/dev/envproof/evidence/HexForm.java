package dev.envproof.evidence;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A secret's bytes as hexadecimal digits, in either letter case. */
record HexForm(String digits) implements SecretForms.Form {
    @Override
    public Set<Character> firstCharacters() {
        char first = digits.charAt(0);
        return Set.copyOf(List.of(first, Character.toUpperCase(first)));
    }

    @Override
    public Stream<String> plainBeginnings(int characters) {
        Stream<String> beginnings = Stream.of("");
        for (char digit :
                digits.substring(0, Math.min(characters, digits.length())).toCharArray()) {
            beginnings = beginnings.flatMap(text -> Stream.of(text + digit, text + Character.toUpperCase(digit)));
        }
        return beginnings;
    }

    @Override
    public int lengthAt(String text, int at) {
        return text.regionMatches(true, at, digits, 0, digits.length()) ? digits.length() : 0;
    }
}
