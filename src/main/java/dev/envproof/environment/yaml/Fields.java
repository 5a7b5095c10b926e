package dev.envproof.environment.yaml;

import dev.envproof.environment.yaml.Node.Entry;
import dev.envproof.environment.yaml.Node.Mapping;
import dev.envproof.environment.yaml.Node.Scalar;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The keys of one mapping, decoded one by one. Each call names a key, which makes it an accepted one; whatever is wrong
 * becomes a problem and the call answers with a stand-in, so that one reading finds everything.
 */
public final class Fields {
    private final Mapping mapping;
    private final String path;
    private final Problems problems;
    private final Set<String> accepted = new LinkedHashSet<>();
    private final Map<String, String> missing = new LinkedHashMap<>();

    private Fields(Mapping mapping, String path, Problems problems) {
        this.mapping = mapping;
        this.path = path;
        this.problems = problems;
    }

    /** Decodes a mapping, then reports the keys that the decoder did not ask for. */
    public static <T> Optional<T> decode(Node node, String path, Problems problems, Function<Fields, T> decoder) {
        if (node instanceof Mapping mapping) {
            Fields fields = new Fields(mapping, path, problems);
            T decoded = decoder.apply(fields);
            fields.reportKeys();
            return Optional.of(decoded);
        }
        new Values(path, problems).reportWrong(node, "a mapping of keys to values");
        return Optional.empty();
    }

    public String text(String key, Form form) {
        return required(key, form.accepted())
                .flatMap(node -> values(key).text(node, form))
                .orElse("");
    }

    public Optional<String> optionalText(String key, Form form) {
        return optional(key).flatMap(node -> values(key).text(node, form));
    }

    /** A text that may be empty, which means absent: so a variable can switch the key on. */
    public Optional<String> switchableText(String key, Form form) {
        return optional(key).flatMap(node -> values(key).textUnlessEmpty(node, form));
    }

    /** One of an enum's constants, written in lower case with dashes; the first one stands in for a missing one. */
    public <E extends Enum<E>> E word(String key, Class<E> words) {
        return required(key, String.join(", ", Values.written(words)))
                .flatMap(node -> values(key).word(node, words))
                .orElse(words.getEnumConstants()[0]);
    }

    public <E extends Enum<E>> E word(String key, Class<E> words, E otherwise) {
        return optionalWord(key, words).orElse(otherwise);
    }

    /** The word that decides which other keys are accepted; where it is bad, nothing is said about those. */
    public <E extends Enum<E>> E decidingWord(String key, Class<E> words) {
        int before = problems.count();
        E word = word(key, words);
        if (problems.count() > before || missing.containsKey(key)) {
            accepted.addAll(mapping.entries().keySet());
        }
        return word;
    }

    public <E extends Enum<E>> Optional<E> optionalWord(String key, Class<E> words) {
        return optional(key).flatMap(node -> values(key).word(node, words));
    }

    public boolean flag(String key, boolean otherwise) {
        return optional(key).flatMap(values(key)::flag).orElse(otherwise);
    }

    public int number(String key, Range range) {
        return required(key, range.toString())
                .flatMap(node -> values(key).number(node, range))
                .orElse(range.least());
    }

    public int number(String key, Range range, int otherwise) {
        return optionalNumber(key, range).orElse(otherwise);
    }

    public Optional<Integer> optionalNumber(String key, Range range) {
        return optional(key).flatMap(node -> values(key).number(node, range));
    }

    /** A list of numbers; what stands there otherwise where the key is absent. */
    public List<Integer> numbers(String key, Range range, List<Integer> otherwise) {
        Optional<Node> list = optional(key);
        if (list.isEmpty()) {
            return otherwise;
        }
        List<Integer> numbers = new ArrayList<>();
        List<Node> items = values(key).items(list.get());
        for (int index = 0; index < items.size(); index++) {
            String at = KeyPath.join(path, key) + "." + index;
            new Values(at, problems).number(items.get(index), range).ifPresent(numbers::add);
        }
        return numbers;
    }

    public List<String> texts(String key, Form form) {
        return texts(key, required(key, "a list; each item: " + form.accepted()), form);
    }

    public List<String> optionalTexts(String key, Form form) {
        return texts(key, optional(key), form);
    }

    public <T> Optional<T> section(String key, Function<Fields, T> decoder) {
        return optional(key).flatMap(node -> decode(node, KeyPath.join(path, key), problems, decoder));
    }

    /** A section, or one word in its place that means none. */
    public <T> Optional<T> sectionUnless(String key, String word, Function<Fields, T> decoder) {
        boolean isWord = optional(key)
                .filter(node -> node instanceof Scalar scalar && scalar.text().equals(word))
                .isPresent();
        return isWord ? Optional.empty() : section(key, decoder);
    }

    /** Whether the key's value has keys of its own, where a word would do too. */
    public boolean isMapping(String key) {
        return optional(key).filter(Mapping.class::isInstance).isPresent();
    }

    /** A list of mappings. */
    public <T> List<T> list(String key, Function<Fields, T> decoder) {
        List<T> decoded = new ArrayList<>();
        String at = KeyPath.join(path, key);
        List<Node> items = optional(key).map(values(key)::items).orElse(List.of());
        for (int index = 0; index < items.size(); index++) {
            decode(items.get(index), at + "." + index, problems, decoder).ifPresent(decoded::add);
        }
        return decoded;
    }

    /** A mapping from names of the user's choice to mappings. */
    public <T> List<T> named(String key, Form name, BiFunction<String, Fields, T> decoder) {
        Map<String, T> decoded = entries(
                key,
                name,
                entry -> decode(entry.node(), entry.path(), problems, keys -> decoder.apply(entry.name(), keys)));
        return List.copyOf(decoded.values());
    }

    /** A mapping from names to mappings, each of which one word may stand for. */
    public <E extends Enum<E>, T> List<T> namedOrWord(
            String key,
            Form name,
            Class<E> words,
            BiFunction<String, E, T> ofWord,
            BiFunction<String, Fields, T> decoder) {
        Map<String, T> decoded = entries(
                key,
                name,
                entry -> entry.node() instanceof Scalar
                        ? new Values(entry.path(), problems)
                                .word(entry.node(), words)
                                .map(word -> ofWord.apply(entry.name(), word))
                        : decode(entry.node(), entry.path(), problems, keys -> decoder.apply(entry.name(), keys)));
        return List.copyOf(decoded.values());
    }

    /** A text, a number or a flag, as it is written. */
    public Optional<String> optionalValue(String key, Form form) {
        return optional(key).flatMap(node -> values(key).anyText(node, form));
    }

    /** A mapping from names to texts, numbers or flags, as they are written. */
    public Map<String, String> namedValues(String key, Form name, Form form) {
        return entries(key, name, entry -> new Values(entry.path(), problems).anyText(entry.node(), form));
    }

    /** A mapping from names to texts. */
    public Map<String, String> namedTexts(String key, Form name, Form form) {
        return entries(key, name, entry -> new Values(entry.path(), problems).text(entry.node(), form));
    }

    /** A mapping from names to words. */
    public <E extends Enum<E>> Map<String, E> namedWords(String key, Form name, Class<E> words) {
        return entries(key, name, entry -> new Values(entry.path(), problems).word(entry.node(), words));
    }

    /** A mapping from names to texts, where an empty text means that the name is absent. */
    public Map<String, String> namedSwitchableTexts(String key, Form name, Form form) {
        return entries(key, name, entry -> new Values(entry.path(), problems).textUnlessEmpty(entry.node(), form));
    }

    /** Reports a problem with a key that is there, or with its absence. */
    public void report(String key, String seen, String form) {
        Entry entry = mapping.entries().get(key);
        Place place = entry == null ? mapping.place() : entry.value().place();
        problems.add(place, KeyPath.join(path, key), seen, form);
    }

    /** The first variable that a key's text names. */
    public Optional<String> variableIn(String key) {
        return optional(key)
                .filter(Scalar.class::isInstance)
                .flatMap(node -> VariableText.firstName(((Scalar) node).written()));
    }

    /** Whether one of these keys is there. */
    public boolean hasAny(String... keys) {
        return Arrays.stream(keys).anyMatch(mapping.entries()::containsKey);
    }

    /** Reports each of these keys that is missing, or holds an empty list or mapping. */
    public void atLeastOne(String... keys) {
        for (String key : keys) {
            required(key, "at least one")
                    .filter(values(key)::isEmpty)
                    .ifPresent(node -> report(key, "empty", "at least one"));
        }
    }

    private <T> Map<String, T> entries(String key, Form name, Function<Named, Optional<T>> decoder) {
        Map<String, T> decoded = new LinkedHashMap<>();
        String at = KeyPath.join(path, key);
        Map<String, Entry> entries = optional(key).map(values(key)::entries).orElse(Map.of());
        entries.forEach((entryName, entry) -> {
            String entryPath = KeyPath.join(at, entryName);
            new Values(entryPath, problems).check(entry.place(), new Form.Text(entryName, true), name);
            decoder.apply(new Named(entryName, entryPath, entry.value()))
                    .ifPresent(value -> decoded.put(entryName, value));
        });
        return decoded;
    }

    private List<String> texts(String key, Optional<Node> node, Form form) {
        List<String> texts = new ArrayList<>();
        String at = KeyPath.join(path, key);
        List<Node> items = node.map(values(key)::items).orElse(List.of());
        for (int index = 0; index < items.size(); index++) {
            new Values(at + "." + index, problems).text(items.get(index), form).ifPresent(texts::add);
        }
        return texts;
    }

    private Optional<Node> required(String key, String form) {
        Optional<Node> node = optional(key);
        if (node.isEmpty()) {
            missing.put(key, form);
        }
        return node;
    }

    private Optional<Node> optional(String key) {
        accepted.add(key);
        @Nullable Entry entry = mapping.entries().get(key);
        return Optional.ofNullable(entry).map(Entry::value);
    }

    private Values values(String key) {
        return new Values(KeyPath.join(path, key), problems);
    }

    /** An unknown key that looks like a missing one is one mistake, told once. */
    private void reportKeys() {
        Map<String, String> absent = new LinkedHashMap<>(missing);
        mapping.entries().forEach((key, entry) -> {
            if (!accepted.contains(key)) {
                // of a hundred thousand, no more are compared than are told
                Optional<String> meant = problems.isFull() ? Optional.empty() : Nearest.to(key, accepted);
                String seen = "unknown key" + meant.map(Nearest::question).orElse("");
                problems.add(entry.place(), KeyPath.join(path, key), seen, String.join(", ", accepted));
                meant.ifPresent(absent::remove);
            }
        });
        absent.forEach((key, form) -> problems.add(mapping.place(), KeyPath.join(path, key), "missing key", form));
    }

    private record Named(String name, String path, Node node) {}
}
