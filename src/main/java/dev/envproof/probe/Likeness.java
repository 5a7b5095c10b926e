package dev.envproof.probe;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How alike two pages are: Dice's coefficient over their pairs of words, from 0 (nothing in common) to 1 (equal). */
public final class Likeness {
    /** From this on, two pages are taken for the same one. */
    public static final double SAME_PAGE = 0.9;

    private static final int LONGEST = 64 * 1024;

    private Likeness() {}

    public static double between(String one, String other) {
        Map<String, Integer> left = pairs(one);
        Map<String, Integer> right = pairs(other);
        int total = sum(left) + sum(right);
        if (total == 0) {
            return one.strip().equals(other.strip()) ? 1 : 0;
        }
        int common = left.entrySet().stream()
                .mapToInt(pair -> Math.min(pair.getValue(), right.getOrDefault(pair.getKey(), 0)))
                .sum();
        return 2.0 * common / total;
    }

    private static Map<String, Integer> pairs(String page) {
        String head = page.substring(0, Math.min(LONGEST, page.length()));
        List<String> words = Arrays.stream(head.split("[^\\p{L}\\p{N}]+", -1))
                .filter(word -> !word.isEmpty())
                .toList();
        Map<String, Integer> pairs = new HashMap<>();
        for (int index = 1; index < words.size(); index++) {
            pairs.merge(words.get(index - 1) + " " + words.get(index), 1, Integer::sum);
        }
        return pairs;
    }

    private static int sum(Map<String, Integer> pairs) {
        return pairs.values().stream().mapToInt(Integer::intValue).sum();
    }
}
