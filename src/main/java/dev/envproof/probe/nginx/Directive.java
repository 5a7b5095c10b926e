package dev.envproof.probe.nginx;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One directive of an nginx configuration.
 *
 * @param block what stands between its braces; empty for a simple directive
 * @param place where it begins: the file and its line, such as {@code conf.d/api.conf:3}
 */
record Directive(String name, List<String> arguments, List<Directive> block, String place) {
    Directive {
        arguments = List.copyOf(arguments);
        block = List.copyOf(block);
    }

    /** Its words, without the block. */
    String text() {
        return name + " " + String.join(" ", arguments);
    }

    Stream<Directive> all(String wanted) {
        return block.stream().filter(directive -> directive.name.equals(wanted));
    }

    Optional<Directive> first(String wanted) {
        return all(wanted).findFirst();
    }

    /** The argument at an index, or nothing. */
    String argument(int index) {
        return index < arguments.size() ? arguments.get(index) : "";
    }
}
