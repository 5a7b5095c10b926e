package dev.envproof.probe.nginx;

import dev.envproof.nginx.Directive;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is in force inside one block, outer blocks considered (nginx documentation, ngx_http_proxy_module and
 * ngx_http_core_module).
 *
 * @param set values of {@code proxy_set_header}, by name in small letters: inherited only where a block has none itself
 * @param passes {@code proxy_pass_request_headers}
 * @param underscores {@code underscores_in_headers}
 * @param sources variables that a {@code map} or {@code set} of the file defines, with what they are made from
 * @param isPartlyUnread whether a block around it has an include that was not read
 */
record Level(
        Map<String, String> set,
        boolean passes,
        boolean underscores,
        Map<String, String> sources,
        boolean isPartlyUnread) {
    /** No variable has this name, so nothing can be followed through it. */
    private static final String UNKNOWN = "$";

    Level {
        set = Map.copyOf(set);
        sources = Map.copyOf(sources);
    }

    static Level outermost() {
        return new Level(Map.of(), true, false, Map.of(), false);
    }

    Level inside(Directive outer) {
        List<Directive> block = outer.block();
        Map<String, String> own = new TreeMap<>();
        Map<String, String> known = new TreeMap<>(sources);
        boolean passing = passes;
        boolean underscored = underscores;
        for (Directive directive : block) {
            switch (directive.name()) {
                case "proxy_set_header" ->
                    own.put(directive.argument(0).toLowerCase(Locale.ROOT), directive.argument(1));
                case "proxy_pass_request_headers" ->
                    passing = directive.argument(0).equals("on");
                case "underscores_in_headers" ->
                    underscored = directive.argument(0).equals("on");
                case "map" -> known.put(directive.argument(1), isIdentity(directive) ? directive.argument(0) : UNKNOWN);
                case "set" -> known.put(directive.argument(0), directive.argument(1));
                default -> {
                    continue;
                }
            }
        }
        boolean unread = mayChangeHeaders(outer);
        Map<String, String> inForce = !own.isEmpty() ? own : unread ? Map.of() : set;
        return new Level(inForce, passing, underscored, known, isPartlyUnread || unread);
    }

    /** The main part of a file with an http block takes no directive about headers; nginx's own mime.types has none. */
    private static boolean mayChangeHeaders(Directive block) {
        boolean isMain = block.first("http").isPresent();
        return !isMain
                && block.all("include").anyMatch(include -> !include.argument(0).endsWith("mime.types"));
    }

    /** Whether every value of the source, an undeclared one too, comes out as it went in. */
    private static boolean isIdentity(Directive map) {
        return map.first("default").isPresent()
                && map.block().stream().allMatch(entry -> entry.argument(0).equals(map.argument(0)));
    }

    HeaderFate fateOf(String header) {
        String name = header.toLowerCase(Locale.ROOT);
        if (name.contains("_") && !underscores) {
            return isPartlyUnread ? HeaderFate.UNREAD : HeaderFate.DROPPED;
        }
        if (!set.containsKey(name) && isPartlyUnread) {
            return HeaderFate.UNREAD;
        }
        if (!set.containsKey(name)) {
            return passes ? HeaderFate.FORWARDED : HeaderFate.DROPPED;
        }
        return fateOfValue(set.getOrDefault(name, ""), "$http_" + name.replace('-', '_'), new ArrayList<>());
    }

    private HeaderFate fateOfValue(String value, String client, List<String> seen) {
        String plain = value.replace("${", "$").replace("}", "");
        if (plain.isEmpty()) {
            return HeaderFate.DROPPED;
        }
        if (plain.toLowerCase(Locale.ROOT).equals(client)) {
            return HeaderFate.FORWARDED;
        }
        if (!plain.contains("$")) {
            return HeaderFate.PINNED;
        }
        if (!sources.containsKey(plain) || seen.contains(plain)) {
            return HeaderFate.UNCLEAR;
        }
        seen.add(plain);
        return fateOfValue(sources.getOrDefault(plain, ""), client, seen);
    }
}
