package dev.envproof.history;

import dev.envproof.history.HistoryJson.Read;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a history's bytes say.
 *
 * @param lines those of one series
 * @param strangers numbers of whole lines that are none of a history
 * @param whole how many bytes the whole lines take
 * @param torn what stands behind the last line feed and is no whole line
 * @param endsInLine whether the last line is whole but has no line feed
 * @param isOne whether this is a history at all
 */
record HistoryText(
        List<Line> lines, List<Integer> strangers, int whole, String torn, boolean endsInLine, boolean isOne) {

    static HistoryText of(byte[] bytes, Series series) {
        int whole = bytes.length;
        while (whole > 0 && bytes[whole - 1] != '\n') {
            whole--;
        }
        List<Line> lines = new ArrayList<>();
        List<Integer> strangers = new ArrayList<>();
        int known = 0;
        int number = 0;
        for (String text : (Iterable<String>) new String(bytes, 0, whole, StandardCharsets.UTF_8).lines()::iterator) {
            number++;
            if (text.isBlank()) {
                continue;
            }
            Optional<Read> read = HistoryJson.read(text);
            if (read.isEmpty()) {
                strangers.add(number);
            } else {
                known++;
            }
            add(lines, read, series);
        }
        String last = new String(bytes, whole, bytes.length - whole, StandardCharsets.UTF_8);
        Optional<Read> unended = HistoryJson.read(last);
        add(lines, unended, series);
        boolean isTorn = unended.isEmpty() && !last.isBlank();
        boolean isOne =
                known > 0 || unended.isPresent() || (strangers.isEmpty() && (!isTorn || last.startsWith("{\"kind\"")));
        return new HistoryText(lines, strangers, whole, isTorn ? last : "", unended.isPresent(), isOne);
    }

    private static void add(List<Line> lines, Optional<Read> read, Series series) {
        read.filter(it -> it.series().equals(series)).flatMap(Read::line).ifPresent(lines::add);
    }
}
