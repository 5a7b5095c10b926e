package dev.envproof.probe.cors;

import static dev.envproof.probe.cors.OriginShape.NEIGHBOUR;
import static dev.envproof.probe.cors.OriginShape.ODD_CHARACTER;
import static dev.envproof.probe.cors.OriginShape.OTHER_DOT;
import static dev.envproof.probe.cors.OriginShape.OTHER_PORT;
import static dev.envproof.probe.cors.OriginShape.OTHER_SCHEME;
import static dev.envproof.probe.cors.OriginShape.PREFIX;
import static dev.envproof.probe.cors.OriginShape.SUBDOMAIN;
import static dev.envproof.probe.cors.OriginShape.SUFFIX;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Origins that resemble a declared one; each list begins with the one that shows its shape best.
 *
 * @param label a host label that nobody else uses
 */
record LookalikeOrigins(WebOrigin declared, String label) {
    /** Where parsers stop that take a host for plain letters; those that some browser accepts come first. */
    private static final List<String> ODD = List.of(
            "$", "_", "%60", "~", "=", "+", "&", "*", ")", "(", "'", "!", ";", ",", "-", "\"", "{", "}", "^", "%", "`",
            "|", "<", ">", "@", " ", "%0b", "%00", "%0d%0a");
    /** As labels of their own, which Safari and Firefox resolved (nuclei's cors-misconfig). */
    private static final List<String> ODD_LABELS =
            List.of("_", "-", "$", "~", "=", "+", "&", "*", ")", "(", "'", "!", ";", ",");

    List<TriedOrigin> all() {
        return Stream.of(
                        prefixes(), suffixes(), subdomains(), neighbours(), dots(), ports(), schemes(), oddCharacters())
                .flatMap(List::stream)
                .toList();
    }

    private List<TriedOrigin> prefixes() {
        return tried(PREFIX, declared.withHost(host() + "." + foreign()), declared.withHost(host() + foreign()));
    }

    List<TriedOrigin> suffixes() {
        return tried(SUFFIX, declared.withHost(label + host()), declared.withHost(label + "-" + host()));
    }

    List<TriedOrigin> subdomains() {
        return tried(SUBDOMAIN, declared.withHost(label + "." + host()));
    }

    /** As an expression with one label for a star admits them; two labels alone are a domain of somebody else. */
    List<TriedOrigin> neighbours() {
        String[] labels = host().split("\\.", 2);
        return labels.length == 2 && labels[1].contains(".") && !declared.isAddress()
                ? tried(NEIGHBOUR, declared.withHost(label + "." + labels[1]))
                : List.of();
    }

    private List<TriedOrigin> dots() {
        List<TriedOrigin> dots = new ArrayList<>();
        for (int dot = host().indexOf('.'); dot >= 0; dot = host().indexOf('.', dot + 1)) {
            dots.add(new TriedOrigin(
                    declared.withHost(host().substring(0, dot) + "x" + host().substring(dot + 1)), OTHER_DOT));
        }
        return dots;
    }

    private List<TriedOrigin> ports() {
        return tried(OTHER_PORT, declared.withPort(8443), declared.withPort(3000), declared.withoutPort());
    }

    private List<TriedOrigin> schemes() {
        return tried(OTHER_SCHEME, declared.withScheme(declared.scheme().equals("https") ? "http" : "https"));
    }

    private List<TriedOrigin> oddCharacters() {
        Stream<String> behind = ODD.stream().map(odd -> host() + odd + "." + foreign());
        Stream<String> labels = ODD_LABELS.stream().map(odd -> host() + "." + odd + "." + foreign());
        Stream<String> trailingDot = Stream.of(host() + ".");
        return tried(
                ODD_CHARACTER,
                Stream.of(behind, labels, trailingDot)
                        .flatMap(hosts -> hosts.map(declared::withHost))
                        .toArray(String[]::new));
    }

    private String host() {
        return declared.host();
    }

    private String foreign() {
        return label + ".example";
    }

    private static List<TriedOrigin> tried(OriginShape shape, String... values) {
        return Stream.of(values).map(value -> new TriedOrigin(value, shape)).toList();
    }
}
