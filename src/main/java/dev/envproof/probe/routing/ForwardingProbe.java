package dev.envproof.probe.routing;

import com.fasterxml.jackson.databind.JsonNode;
import dev.envproof.environment.Logs;
import dev.envproof.environment.SystemUnderTest.Route;
import dev.envproof.environment.Target;
import dev.envproof.evidence.Exchange;
import dev.envproof.probe.Addressed;
import dev.envproof.probe.Ask;
import dev.envproof.probe.LogTail;
import dev.envproof.probe.Lookout;
import dev.envproof.probe.Probe;
import dev.envproof.probe.Reply;
import dev.envproof.probe.Together;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;

/** Sends one marked request to each route and reads in the service's log what the edge made of it. */
public final class ForwardingProbe implements Probe<ForwardingProbe.Seen> {
    private static final int THREADS = 4;

    /**
     * @param scheme that the requests were sent with
     * @param host that the requests were sent to, with its port where it is not the scheme's own
     */
    public record Seen(String scheme, String host, List<Arrived> requests) implements dev.envproof.probe.Seen {
        public Seen {
            requests = List.copyOf(requests);
        }
    }

    /**
     * @param headers declared request headers as the service logged them, by name; empty where no line was found
     * @param protocol as the service logged it
     */
    public record Arrived(
            String route, boolean isLogged, Map<String, String> headers, Optional<String> protocol, Exchange exchange) {
        public Arrived {
            headers = Map.copyOf(headers);
        }
    }

    @Override
    public Class<Seen> sees() {
        return Seen.class;
    }

    @Override
    public Seen look(Target target, Lookout lookout) {
        List<Callable<Arrived>> questions = target.routes().stream()
                .<Callable<Arrived>>map(route -> () -> ask(target, lookout, route))
                .toList();
        return new Seen(target.edge().getScheme(), target.edge().getRawAuthority(), Together.ask(THREADS, questions));
    }

    private static Arrived ask(Target target, Lookout lookout, Route route) {
        String id = "envproof-" + UUID.randomUUID();
        Ask ask = admitted(target, Ask.get(route.at(target.edge(), ""))).with("X-Request-Id", id);
        Reply reply = lookout.wire().send(ask);
        Optional<Path> file = Optional.ofNullable(target.logFiles().get(route.service()));
        Optional<Logs> logs = target.system().logs();
        return logs.flatMap(places -> file.flatMap(
                                path -> new LogTail(route.service(), path).lineWith(places.request(), id))
                        .map(line -> new Arrived(
                                route.path(), true, headers(places, line), protocol(places, line), reply.exchange())))
                .orElseGet(() -> new Arrived(route.path(), false, Map.of(), Optional.empty(), reply.exchange()));
    }

    /** Where a header picks the environment, the edge's default is asked, which needs no key. */
    private static Ask admitted(Target target, Ask ask) {
        return target.system().routingHeader().isPresent() ? ask : Addressed.to(target, ask);
    }

    private static Map<String, String> headers(Logs places, JsonNode line) {
        Map<String, String> headers = new LinkedHashMap<>();
        places.received()
                .forEach((name, pointer) -> headers.put(name, line.at(pointer).asText()));
        return headers;
    }

    private static Optional<String> protocol(Logs places, JsonNode line) {
        return places.protocol().map(pointer -> line.at(pointer).asText());
    }
}
