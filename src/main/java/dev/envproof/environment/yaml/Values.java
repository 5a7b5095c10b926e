package dev.envproof.environment.yaml;

import dev.envproof.environment.yaml.Node.Entry;
import dev.envproof.environment.yaml.Node.Mapping;
import dev.envproof.environment.yaml.Node.Scalar;
import dev.envproof.environment.yaml.Node.Sequence;
import dev.envproof.environment.yaml.Node.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Takes the value of one key for what it should be, or reports it. */
final class Values {
    private final String path;
    private final Problems problems;

    Values(String path, Problems problems) {
        this.path = path;
        this.problems = problems;
    }

    Optional<String> text(Node node, Form form) {
        return scalar(node, Type.TEXT, form.accepted())
                .filter(scalar -> check(scalar.place(), new Form.Text(scalar.text(), !scalar.holdsVariables()), form))
                .map(Scalar::text);
    }

    /** A number and a flag are texts too. */
    Optional<String> anyText(Node node, Form form) {
        boolean isValue =
                node instanceof Scalar scalar && Set.of(Type.NUMBER, Type.FLAG).contains(scalar.type());
        return isValue ? Optional.of(((Scalar) node).text()) : text(node, form);
    }

    Optional<String> textUnlessEmpty(Node node, Form form) {
        boolean isEmpty = node instanceof Scalar scalar
                && scalar.type() != Type.NOTHING
                && scalar.text().isEmpty();
        return isEmpty ? Optional.empty() : text(node, form);
    }

    <E extends Enum<E>> Optional<E> word(Node node, Class<E> words) {
        List<E> constants = Arrays.asList(words.getEnumConstants());
        Form form = Form.oneOf("word", written(words));
        return text(node, form)
                .flatMap(text -> constants.stream()
                        .filter(word -> written(word).equals(text))
                        .findFirst());
    }

    Optional<Boolean> flag(Node node) {
        return scalar(node, Type.FLAG, "true or false").flatMap(scalar -> {
            String plain = scalar.text().toLowerCase(Locale.ROOT);
            if (plain.equals("true") || plain.equals("false")) {
                return Optional.of(plain.equals("true"));
            }
            problems.add(node.place(), path, "neither true nor false", "true or false");
            return Optional.empty();
        });
    }

    Optional<Integer> number(Node node, Range range) {
        return scalar(node, Type.NUMBER, range.toString()).flatMap(scalar -> {
            Optional<Integer> number = Optional.of(scalar.text())
                    .filter(text -> text.matches("[0-9]{1,9}"))
                    .map(Integer::valueOf)
                    .filter(range::holds);
            if (number.isEmpty()) {
                problems.add(node.place(), path, "not a whole number in that range", range.toString());
            }
            return number;
        });
    }

    List<Node> items(Node node) {
        if (node instanceof Sequence list) {
            return list.items();
        }
        reportWrong(node, "a list");
        return List.of();
    }

    Map<String, Entry> entries(Node node) {
        if (node instanceof Mapping mapping) {
            return mapping.entries();
        }
        reportWrong(node, "a mapping of names to values");
        return Map.of();
    }

    boolean check(Place place, Form.Text text, Form form) {
        Optional<String> complaint = form.complaint().apply(text);
        complaint.ifPresent(seen -> problems.add(place, path, seen, form.accepted()));
        return complaint.isEmpty();
    }

    void reportWrong(Node node, String accepted) {
        if (!(node instanceof Scalar scalar && scalar.type() == Type.REPORTED)) {
            problems.add(node.place(), path, "wrong type: " + node.kind(), accepted);
        }
    }

    private Optional<Scalar> scalar(Node node, Type type, String accepted) {
        if (node instanceof Scalar scalar && (scalar.type() == type || scalar.holdsVariables())) {
            return Optional.of(scalar);
        }
        boolean lacksQuotes = type == Type.TEXT
                && node instanceof Scalar plain
                && Set.of(Type.NUMBER, Type.FLAG).contains(plain.type());
        reportWrong(node, lacksQuotes ? accepted + " (quotes make it text)" : accepted);
        return Optional.empty();
    }

    boolean isEmpty(Node node) {
        return node instanceof Mapping mapping && mapping.entries().isEmpty()
                || node instanceof Sequence list && list.items().isEmpty();
    }

    static <E extends Enum<E>> List<String> written(Class<E> words) {
        return Arrays.stream(words.getEnumConstants()).map(Values::written).toList();
    }

    private static String written(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
