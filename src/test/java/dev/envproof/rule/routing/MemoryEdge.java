package dev.envproof.rule.routing;

import dev.envproof.environment.Environments;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.environment.Target;
import dev.envproof.environment.Target.Engine;
import dev.envproof.environment.Variables;
import dev.envproof.evidence.Exchange;
import dev.envproof.evidence.Redaction;
import dev.envproof.probe.Ask;
import dev.envproof.probe.Fingerprints;
import dev.envproof.probe.Lookout;
import dev.envproof.probe.Planted;
import dev.envproof.probe.Reply;
import dev.envproof.probe.Wire;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The public edge in memory, with one service whose only store is a bucket.
 *
 * @param chosen the environment whose bucket a request reaches; a number is the status of a refusal
 */
record MemoryEdge(SystemUnderTest system, Function<Ask, String> chosen) implements Wire {
    static final String ROUTE = "/api/job-extractor/";

    /** @param overlay what the files declare differently */
    static MemoryEdge of(Map<String, String> overlay, Function<Ask, String> chosen) {
        Map<String, String> all = new HashMap<>(overlay);
        all.put("system.services.job-extractor.stores", "[storage]");
        return new MemoryEdge(Environments.load(Path.of("environments/job-platform"), Map.of(), all), chosen);
    }

    Target target(String name) {
        return new Target(
                system,
                system.environment(name).orElseThrow(),
                Engine.REMOTE,
                URI.create("http://edge.example"),
                Map.of(),
                new Variables(Map.of(
                        "STAGING_ACCESS_KEY", "made-up",
                        "SUPABASE_URL_DEV", "http://development.example",
                        "SUPABASE_URL_STAGING", "http://staging.example",
                        "SUPABASE_URL_PROD", "http://production.example")),
                Map.of(),
                Optional.empty());
    }

    Lookout lookout() {
        return new Lookout(
                this,
                Redaction.of(List.of()),
                new Fingerprints(),
                Stream.of("production", "staging", "development")
                        .map(this::target)
                        .toList(),
                new Planted(List.of()),
                Duration.ofSeconds(20));
    }

    @Override
    public Reply send(Ask ask) {
        String host = ask.address().getHost();
        if (!host.equals("edge.example")) {
            return answer(200, "bucket of " + host);
        }
        String choice = ask.address().getPath().startsWith(ROUTE) ? chosen.apply(ask) : "404";
        return choice.matches("\\d+")
                ? answer(Integer.parseInt(choice), "{}")
                : answer(200, "{\"stores\":{\"storage\":\"bucket of %s.example\"}}".formatted(choice));
    }

    /** The last value of a request header, as a careful edge would never take it. */
    static Optional<String> header(Ask ask, String name) {
        return ask.headers().stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Ask.Header::value)
                .reduce((first, second) -> second);
    }

    static String query(Ask ask) {
        return Optional.ofNullable(ask.address().getQuery()).orElse("");
    }

    private static Reply answer(int status, String body) {
        return new Reply.Answer(
                status, List.of(), body, false, Duration.ZERO, new Exchange("GET /", List.of("" + status), ""));
    }
}
