package dev.envproof.nginx;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One directive of an nginx configuration.
 *
 * @param block what stands between its braces; empty for a simple directive
 * @param place where it begins: the file and its line and column, such as {@code conf.d/api.conf:3:5}
 */
public record Directive(String name, List<String> arguments, List<Directive> block, String place) {
    public Directive {
        arguments = List.copyOf(arguments);
        block = List.copyOf(block);
    }

    /** Its words, without the block. */
    public String text() {
        return name + " " + String.join(" ", arguments);
    }

    public Stream<Directive> all(String wanted) {
        return block.stream().filter(directive -> directive.name.equals(wanted));
    }

    public Optional<Directive> first(String wanted) {
        return all(wanted).findFirst();
    }

    /** The argument at an index, or nothing. */
    public String argument(int index) {
        return index < arguments.size() ? arguments.get(index) : "";
    }
}
