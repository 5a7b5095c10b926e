package dev.envproof.probe.cors;

import java.util.List;

/**
 * How an origin that is tried relates to the declared ones. The undeclared shapes are those of published scanners
 * (nuclei's cors-misconfig, Corsy, CORScanner) and of the advisories in the catalogue of faults.
 */
public enum OriginShape {
    /** Equal to a declared origin or matching a declared pattern: the positive control. */
    DECLARED("declared origins"),
    /** Has nothing in common with a declared origin. */
    FOREIGN("any origin"),
    /** The origin {@code null} of sandboxed frames, files and redirects (HTML Standard, "opaque origin"). */
    NULL("the origin null", FOREIGN),
    /** A server on the visitor's own machine. */
    LOCALHOST("origins on localhost", FOREIGN),
    /** Begins like a declared origin: {@code https://good.tld.evil.tld}. */
    PREFIX("origins that begin like a declared one", FOREIGN),
    /** Another host of a declared one's domain: {@code https://evil.good.tld} where {@code app.good.tld} is declared. */
    NEIGHBOUR("undeclared hosts beside a declared one", FOREIGN, PREFIX),
    /** Ends like a declared origin: {@code https://evilgood.tld}. */
    SUFFIX("origins that end like a declared one", FOREIGN, PREFIX, NEIGHBOUR),
    /** An undeclared host below a declared one. */
    SUBDOMAIN("undeclared subdomains", FOREIGN, PREFIX, SUFFIX),
    /** Declared by another environment of the system only. */
    SIBLING("origins of sibling environments", FOREIGN, PREFIX, SUFFIX, NEIGHBOUR, SUBDOMAIN),
    /** A declared host with one dot replaced, as an unescaped dot of a regular expression admits it. */
    OTHER_DOT("another character in place of a dot", FOREIGN, PREFIX, SUFFIX, SUBDOMAIN),
    /** A declared host, a character at which a careless parser stops, then a foreign host. */
    ODD_CHARACTER("a declared host with an odd character behind it", FOREIGN, PREFIX, SUFFIX, SUBDOMAIN),
    /** A declared scheme and host with another port. */
    OTHER_PORT("other ports of a declared host", FOREIGN, PREFIX, SUFFIX, SUBDOMAIN, ODD_CHARACTER),
    /** A declared host with another scheme, or a scheme that no web page has. */
    OTHER_SCHEME("other schemes", FOREIGN, PREFIX, SUFFIX, SUBDOMAIN, ODD_CHARACTER, OTHER_PORT);

    private final String says;
    private final List<OriginShape> wider;

    OriginShape(String says, OriginShape... wider) {
        this.says = says;
        this.wider = List.of(wider);
    }

    /** Such origins in a few words: "undeclared subdomains". */
    public String says() {
        return says;
    }

    /** Shapes that, once admitted, explain why this one is: widest first. */
    public List<OriginShape> wider() {
        return wider;
    }
}
