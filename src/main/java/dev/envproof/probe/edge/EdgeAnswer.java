package dev.envproof.probe.edge;

import dev.envproof.probe.Reply;
import dev.envproof.probe.Reply.Answer;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/** An answer that the front door of an environment gave. */
public record EdgeAnswer(PublicAddress door, Kind kind, URI address, Reply reply) {

    /** What was asked for. */
    public enum Kind {
        /** What a service answers at its front. */
        FRONT,
        HEALTH,
        /** A path that nobody can know. */
        NOWHERE,
        /** The front without TLS. */
        PLAIN
    }

    /** A question that is still to be asked. */
    record Question(PublicAddress door, Kind kind, URI address) {}

    public Optional<Answer> answer() {
        return reply instanceof Answer answer ? Optional.of(answer) : Optional.empty();
    }

    public boolean isHttps() {
        return kind != Kind.PLAIN;
    }

    /** Whether it is a page that a browser shows. */
    public boolean isPage() {
        return isHttps()
                && answer().filter(it -> it.status() / 100 != 3)
                        .flatMap(it -> it.first("Content-Type"))
                        .filter(type ->
                                type.strip().toLowerCase(Locale.ROOT).matches("(text/html|application/xhtml)\\b.*"))
                        .isPresent();
    }

    /** Whether it is the page at the front. */
    public boolean isFrontPage() {
        return kind == Kind.FRONT && isPage();
    }

    /** What was asked, as words: "front of https://staging.example.com". */
    public String says() {
        return address.toString();
    }
}
