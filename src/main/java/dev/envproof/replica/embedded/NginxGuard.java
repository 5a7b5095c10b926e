package dev.envproof.replica.embedded;

import dev.envproof.environment.Environment;
import dev.envproof.environment.Environment.AccessKey;
import dev.envproof.environment.RoutingHeader;
import dev.envproof.fault.Fault;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** In nginx's words: which environment a request chooses, and whether it may ({@link AccessGuard}). */
final class NginxGuard {
    private final Shape shape;
    private final String edge;

    NginxGuard(Shape shape, String edge) {
        this.shape = shape;
        this.edge = edge;
    }

    /** What stands in the http block. */
    String maps() {
        return choice() + guarded().stream().map(this::guard).collect(Collectors.joining());
    }

    /** What stands in the location of a route. */
    String refusals() {
        String malformed = NginxConf.block("if ($malformed)", NginxConf.error(400, "bad request"));
        return guarded().stream()
                .map(environment -> NginxConf.block(
                        "if ($refuses_" + word(environment) + ")",
                        NginxConf.error(403, "choosing " + environment.name() + " here needs a key")))
                .collect(Collectors.joining("", malformed, ""));
    }

    /** One file per key, by relative name; an empty one opens nothing. */
    Map<String, String> keyFiles() {
        Map<String, String> files = new LinkedHashMap<>();
        for (Environment environment : guarded()) {
            Optional<String> key = access(environment).flatMap(access -> AccessGuard.key(shape, edge, access));
            files.put(keyFile(environment), key.map(NginxGuard::opened).orElse(""));
        }
        return files;
    }

    /** The variable that holds a client's header (nginx documentation, {@code $http_name}). */
    static String variable(String header) {
        return "$http_" + header.toLowerCase(Locale.ROOT).replace('-', '_');
    }

    /** An environment's name as a part of a variable's. */
    static String word(Environment environment) {
        return environment.name().replace('-', '_');
    }

    /** Before 1.23 nginx puts the first of several lines in the variable, since then all, joined by commas. */
    private String choice() {
        String header = shape.system().routingHeader().map(RoutingHeader::name).orElse("-");
        String modifier = shape.showsAt(edge, Fault.ROUTING_LETTER_CASE_MATTERS) ? "~" : "~*";
        String rows = shape.system().environments().stream()
                .map(Environment::name)
                .map(name -> "\"%1$s^[ \\t]*%2$s[ \\t]*(?:,[ \\t]*%2$s[ \\t]*)*$\" %2$s;\n".formatted(modifier, name))
                .collect(Collectors.joining());
        String unknown = EnvironmentChoice.of(shape, edge, List.of(""))
                .map(Environment::name)
                .orElse("\"\"");
        String none = EnvironmentChoice.defaultOf(shape, edge).name();
        return map(variable(header), "$chosen", "default " + unknown + ";\n\"\" " + none + ";\n" + rows)
                // No field value may hold a control byte (RFC 9110, 5.5), but nginx hands it on.
                + map(variable(header), "$malformed", "default 0;\n\"~[\\x00-\\x08\\x0a-\\x1f\\x7f]\" 1;\n");
    }

    private String guard(Environment environment) {
        String word = word(environment);
        String header = access(environment).map(AccessKey::header).orElse("-");
        return map(variable(header), "$opens_" + word, "default 0;\ninclude " + keyFile(environment) + ";\n")
                + map(
                        "\"$request_method:$chosen:$opens_" + word + "\"",
                        "$refuses_" + word,
                        "default 0;\n\"~^(?!OPTIONS:)[^:]*:" + environment.name() + ":0$\" 1;\n");
    }

    static String map(String from, String to, String rows) {
        return NginxConf.block("map " + from + " " + to, rows);
    }

    private List<Environment> guarded() {
        return shape.system().environments().stream()
                .filter(environment -> access(environment).isPresent())
                .toList();
    }

    private Optional<AccessKey> access(Environment environment) {
        return AccessGuard.asks(shape, edge, environment);
    }

    private static String keyFile(Environment environment) {
        return "key-of-" + environment.name();
    }

    /** An expression, because nginx compares plain words whatever their letters' case; every byte by its number. */
    private static String opened(String key) {
        StringBuilder bytes = new StringBuilder();
        for (byte one : key.getBytes(StandardCharsets.UTF_8)) {
            bytes.append(String.format(Locale.ROOT, "\\x%02x", one));
        }
        return "\"~^" + bytes + "$\" 1;\n";
    }
}
