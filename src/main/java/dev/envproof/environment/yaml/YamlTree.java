package dev.envproof.environment.yaml;

import dev.envproof.environment.yaml.Node.Entry;
import dev.envproof.environment.yaml.Node.Mapping;
import dev.envproof.environment.yaml.Node.Scalar;
import dev.envproof.environment.yaml.Node.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/** Reads YAML events into a {@link Node}: one document of bounded depth, in the dialect that its kind of file may use. */
public final class YamlTree {
    private static final int DEEPEST = 16;

    private final String file;
    private final Problems problems;
    private final ParserImpl events;
    private final Dialect dialect;

    private YamlTree(String file, String text, Dialect dialect, Problems problems) {
        this.file = file;
        this.problems = problems;
        this.events = new ParserImpl(new StreamReader(text), new LoaderOptions());
        this.dialect = dialect;
    }

    /** The tree of one of the project's own texts, or nothing where it could not be read; variables are filled in. */
    static Optional<Node> read(String file, String text, Map<String, String> processEnvironment, Problems problems) {
        return read(file, text, new OwnDialect(new VariableText(processEnvironment, problems)), problems);
    }

    static Optional<Node> read(String file, String text, Dialect dialect, Problems problems) {
        try {
            return new YamlTree(file, text, dialect, problems).document();
        } catch (MarkedYAMLException broken) {
            problems.add(SyntaxProblem.of(file, text, broken));
            return Optional.empty();
        } catch (Refused refused) {
            problems.add(refused.problem());
            return Optional.empty();
        } catch (YAMLException broken) {
            problems.add(Place.wholeOf(file), "", "not YAML", "YAML 1.2");
            return Optional.empty();
        }
    }

    private Optional<Node> document() {
        events.getEvent();
        if (events.checkEvent(Event.ID.StreamEnd)) {
            problems.add(Place.wholeOf(file), "", "empty", "a mapping of keys to values");
            return Optional.empty();
        }
        events.getEvent();
        Node root = node("", 0);
        events.getEvent();
        if (events.peekEvent() instanceof DocumentStartEvent second) {
            throw refused(second.getStartMark(), "", "a second document (`---`)", "one document a file");
        }
        return Optional.of(root);
    }

    private Node node(String key, int depth) {
        Event event = events.getEvent();
        if (depth > DEEPEST) {
            throw refused(event.getStartMark(), key, "nested deeper than " + DEEPEST + " levels", "fewer levels");
        }
        if (event instanceof AliasEvent alias) {
            return dialect.aliased(place(event.getStartMark()), key, alias);
        }
        dialect.begin(place(event.getStartMark()), key, event);
        Node node = content(key, event, depth);
        dialect.end(event, node);
        return node;
    }

    private Node content(String key, Event event, int depth) {
        if (event instanceof ScalarEvent scalar) {
            return scalar(key, scalar);
        }
        return event instanceof MappingStartEvent ? mapping(key, event, depth) : sequence(key, event, depth);
    }

    private Node scalar(String key, ScalarEvent event) {
        String written = event.getValue();
        Node.Type type = event.isPlain() ? ScalarTypes.ofPlain(written) : Node.Type.TEXT;
        return dialect.filledIn(key, new Scalar(place(event.getStartMark()), written, written, type));
    }

    private Node mapping(String key, Event start, int depth) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        while (!events.checkEvent(Event.ID.MappingEnd)) {
            Place at = place(events.peekEvent().getStartMark());
            String name = name(key);
            String path = KeyPath.join(key, name);
            Node value = node(path, depth + 1);
            Entry earlier = entries.putIfAbsent(name, new Entry(at, value));
            if (earlier != null) {
                String seen = "duplicate key, first in line " + earlier.place().line();
                problems.add(at, path, seen, "each key once");
            }
        }
        events.getEvent();
        return new Mapping(place(start.getStartMark()), dialect.merged(entries));
    }

    private String name(String key) {
        Event event = events.getEvent();
        if (event instanceof ScalarEvent scalar) {
            Place at = place(event.getStartMark());
            dialect.begin(at, key, event);
            dialect.end(event, new Scalar(at, scalar.getValue(), scalar.getValue(), Node.Type.TEXT));
            return scalar.getValue();
        }
        throw refused(event.getStartMark(), key, "a key that is not a plain name", "`key: value`");
    }

    private Node sequence(String key, Event start, int depth) {
        List<Node> items = new ArrayList<>();
        while (!events.checkEvent(Event.ID.SequenceEnd)) {
            items.add(node(KeyPath.join(key, Integer.toString(items.size())), depth + 1));
        }
        events.getEvent();
        return new Sequence(place(start.getStartMark()), items);
    }

    private Refused refused(Mark mark, String key, String seen, String accepted) {
        return new Refused(place(mark), key, seen, accepted);
    }

    private Place place(Mark mark) {
        return new Place(file, mark.getLine() + 1, mark.getColumn() + 1);
    }
}
