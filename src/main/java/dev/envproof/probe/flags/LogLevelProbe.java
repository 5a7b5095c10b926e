package dev.envproof.probe.flags;

import com.fasterxml.jackson.databind.JsonNode;
import dev.envproof.environment.Environment;
import dev.envproof.environment.Health;
import dev.envproof.environment.Logs;
import dev.envproof.environment.SystemUnderTest.Route;
import dev.envproof.environment.Target;
import dev.envproof.probe.Addressed;
import dev.envproof.probe.Ask;
import dev.envproof.probe.LogTail;
import dev.envproof.probe.Lookout;
import dev.envproof.probe.Probe;
import dev.envproof.probe.Reply;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Sends each service one marked request and looks which levels the lines about it have in its log. */
public final class LogLevelProbe implements Probe<LogLevelProbe.Seen> {
    /**
     * Where structured loggers write the level (logback, zap, structlog, pino, Elastic's common schema, Monolog,
     * OpenTelemetry, Serilog, .NET), names before numbers.
     */
    private static final List<String> PLACES = List.of(
            "/level_name",
            "/levelname",
            "/level",
            "/severity",
            "/severityText",
            "/severity_text",
            "/lvl",
            "/log/level",
            "/log.level",
            "/Level",
            "/LogLevel",
            "/@l");

    /** What the logs said; no line list for a service whose log this run can't read. */
    public record Seen(List<Lines> services) implements dev.envproof.probe.Seen {
        public Seen {
            services = List.copyOf(services);
        }
    }

    /**
     * The lines about one request, and those beside them that name the environment.
     *
     * @param levels one per line that names a level, as written
     * @param doubt why there may be more or other lines
     */
    public record Lines(String service, List<String> levels, Optional<String> doubt, Reply reply) {
        public Lines {
            levels = List.copyOf(levels);
        }
    }

    @Override
    public Class<Seen> sees() {
        return Seen.class;
    }

    @Override
    public Seen look(Target target, Lookout lookout) {
        Optional<Logs> logs = target.system().logs();
        if (logs.isEmpty()) {
            return new Seen(List.of());
        }
        return new Seen(target.routes().stream()
                .flatMap(route -> Optional.ofNullable(target.logFiles().get(route.service())).stream()
                        .map(file -> look(
                                target, lookout, route, new Source(new LogTail(route.service(), file), logs.get()))))
                .toList());
    }

    private static Lines look(Target target, Lookout lookout, Route route, Source source) {
        long before = source.tail().length();
        String marked = UUID.randomUUID().toString();
        Reply reply = send(target, lookout, route, marked);
        // Logs keep their order: once a later request's line is there, every line of the marked one is.
        String later = UUID.randomUUID().toString();
        send(target, lookout, route, later);
        boolean complete =
                source.tail().lineWith(source.logs().request(), later).isPresent();
        List<JsonNode> lines = source.tail().linesSince(before).stream()
                .filter(line -> isAbout(line, source.logs(), marked, target.environment()))
                .toList();
        Optional<String> doubt = Stream.of(
                        Addressed.doubt(target, reply),
                        complete
                                ? Optional.<String>empty()
                                : Optional.of("no line about the request came into the log"))
                .flatMap(Optional::stream)
                .findFirst();
        return new Lines(
                route.service(), lines.stream().flatMap(LogLevelProbe::level).toList(), doubt, reply);
    }

    /** A driver's line knows of no request, but names its environment. */
    private static boolean isAbout(JsonNode line, Logs logs, String request, Environment environment) {
        return line.at(logs.request()).asText().equals(request)
                || environment.goesBy(line.at(logs.environment()).asText());
    }

    private static Reply send(Target target, Lookout lookout, Route route, String id) {
        String path = target.system().health().map(Health::path).orElse("");
        return lookout.wire()
                .send(Addressed.to(
                        target, Ask.get(route.at(target.edge(), path)).with("X-Request-Id", id)));
    }

    private static Stream<String> level(JsonNode line) {
        return PLACES.stream()
                .map(line::at)
                .filter(JsonNode::isValueNode)
                .map(JsonNode::asText)
                .limit(1);
    }

    private record Source(LogTail tail, Logs logs) {}
}
