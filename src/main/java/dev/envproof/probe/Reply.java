package dev.envproof.probe;

import dev.envproof.evidence.Exchange;
import dev.envproof.probe.Ask.Header;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What came of one request. */
public sealed interface Reply {
    Exchange exchange();

    /** A final answer was read to its end or to the cap. */
    record Answer(int status, List<Header> headers, String body, boolean cut, Duration took, Exchange exchange)
            implements Reply {
        public Answer {
            headers = List.copyOf(headers);
        }

        /** All values of a header, in order, as sent. */
        public List<String> all(String name) {
            return headers.stream()
                    .filter(header -> header.name().equalsIgnoreCase(name))
                    .map(Header::value)
                    .toList();
        }

        public Optional<String> first(String name) {
            return all(name).stream().findFirst();
        }
    }

    /** No usable answer. */
    record NoAnswer(Stage stage, String why, Exchange exchange) implements Reply {}

    /** Where an exchange failed. */
    enum Stage {
        RESOLVE,
        CONNECT,
        TLS,
        REQUEST,
        HEADERS,
        BODY,
        PARSE
    }
}
