package dev.envproof.probe.cors;

import dev.envproof.evidence.Exchange;
import dev.envproof.probe.Reply;
import dev.envproof.probe.Reply.Answer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What came of one request from one origin (Fetch Standard, "CORS protocol").
 *
 * @param method what the page wants to send; a preflight itself is an OPTIONS request
 * @param doubt why the answer may not be the environment's
 */
public record CorsAnswer(TriedOrigin origin, Kind kind, String method, Reply reply, Optional<String> doubt) {

    /** What a browser sends. */
    public enum Kind {
        PREFLIGHT("preflight"),
        /** A preflight that asks for no header: some servers refuse one that asks for too much, whatever the origin. */
        BARE_PREFLIGHT("preflight without headers"),
        /** A preflight of a public page for a server in a private network. */
        PRIVATE_NETWORK_PREFLIGHT("private network preflight"),
        REAL("real request");

        private final String says;

        Kind(String says) {
            this.says = says;
        }

        public String says() {
            return says;
        }
    }

    /** Every value of Access-Control-Allow-Origin, over all lines. */
    public List<String> allowedOrigins() {
        return items("Access-Control-Allow-Origin").toList();
    }

    /** Whether an answer came that names no origin at all. */
    public boolean isSilent() {
        return reply instanceof Answer && allowedOrigins().isEmpty();
    }

    /** Whether it names this very origin, in an answer that a browser would accept. */
    public boolean admits() {
        return isAccepted()
                && (lines("Access-Control-Allow-Origin").anyMatch(origin.value()::equals)
                        || allowedOrigins().contains(origin.value()));
    }

    /** Whether it admits every origin there is. */
    public boolean admitsAll() {
        return isAccepted() && allowedOrigins().contains("*");
    }

    /** Byte for byte {@code true}, as the Fetch Standard compares it. */
    public boolean allowsCredentials() {
        return lines("Access-Control-Allow-Credentials").toList().equals(List.of("true"));
    }

    public boolean allowsPrivateNetwork() {
        return lines("Access-Control-Allow-Private-Network").anyMatch("true"::equals);
    }

    public Set<String> allowedMethods() {
        return items("Access-Control-Allow-Methods").collect(Collectors.toUnmodifiableSet());
    }

    /** In lower case. */
    public Set<String> allowedHeaders() {
        return items("Access-Control-Allow-Headers")
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether caches are told that the answer depends on the origin, or are not to keep it at all. */
    public boolean variesByOrigin() {
        return items("Vary").anyMatch(name -> name.equals("*") || name.equalsIgnoreCase("Origin"))
                || items("Cache-Control").anyMatch("no-store"::equalsIgnoreCase);
    }

    /** The status code, 0 where nothing answered. */
    public int status() {
        return reply instanceof Answer answer ? answer.status() : 0;
    }

    public Exchange exchange() {
        return reply.exchange();
    }

    /** A browser ignores a preflight whose status is not from 200 to 299. */
    private boolean isAccepted() {
        return kind == Kind.REAL || (status() >= 200 && status() < 300);
    }

    private Stream<String> items(String name) {
        return lines(name)
                .flatMap(line -> Arrays.stream(line.split(",", -1)))
                .map(String::strip)
                .filter(item -> !item.isEmpty());
    }

    private Stream<String> lines(String name) {
        return reply instanceof Answer answer ? answer.all(name).stream().map(String::strip) : Stream.empty();
    }
}
