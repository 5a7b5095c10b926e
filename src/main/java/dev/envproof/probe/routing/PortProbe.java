package dev.envproof.probe.routing;

import dev.envproof.environment.Environment;
import dev.envproof.environment.Target;
import dev.envproof.probe.Knock;
import dev.envproof.probe.Lookout;
import dev.envproof.probe.Probe;
import dev.envproof.probe.Together;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/** Knocks at the ports that an environment's public hosts must not open, and at those that it declares. */
public final class PortProbe implements Probe<PortProbe.Seen> {
    private static final int THREADS = 16;
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    /** Ports of every public host that is no address of the machine itself. */
    public record Seen(List<HostPorts> hosts) implements dev.envproof.probe.Seen {
        public Seen {
            hosts = List.copyOf(hosts);
        }
    }

    /** @param declared where services are meant to answer; whoever reaches none of them does not reach the host */
    public record HostPorts(String host, List<Port> declared, List<Port> undeclared) {
        public HostPorts {
            declared = List.copyOf(declared);
            undeclared = List.copyOf(undeclared);
        }
    }

    /** A port and what came of a connection to it. */
    public record Port(int number, Knock knock) {
        public boolean isOpen() {
            return knock instanceof Knock.Opened;
        }
    }

    /** The hosts that somebody else than the machine itself can reach. */
    public static List<String> hosts(Target target) {
        return addresses(target)
                .map(URI::getHost)
                .filter(host ->
                        host != null && !host.equals("localhost") && !host.startsWith("127.") && !host.equals("[::1]"))
                .distinct()
                .sorted()
                .toList();
    }

    @Override
    public Class<Seen> sees() {
        return Seen.class;
    }

    @Override
    public Seen look(Target target, Lookout lookout) {
        return new Seen(hosts(target).stream().map(host -> host(target, host)).toList());
    }

    private static HostPorts host(Target target, String host) {
        List<Integer> declared = declared(target, host);
        Environment environment = target.environment();
        List<Integer> undeclared = environment.closedPorts().stream()
                .filter(port -> !declared.contains(port))
                .toList();
        List<Callable<Port>> questions = new ArrayList<>();
        Stream.concat(declared.stream(), undeclared.stream())
                .forEach(port -> questions.add(() -> new Port(port, Knock.at(target, host, port, PATIENCE))));
        List<Port> answers = Together.ask(THREADS, questions);
        return new HostPorts(
                host, answers.subList(0, declared.size()), answers.subList(declared.size(), answers.size()));
    }

    private static List<Integer> declared(Target target, String host) {
        return addresses(target)
                .filter(url -> host.equals(url.getHost()))
                .map(PortProbe::port)
                .distinct()
                .sorted()
                .toList();
    }

    /** The port that an address names, or its scheme's own. */
    public static int port(URI url) {
        return url.getPort() >= 0 ? url.getPort() : "https".equalsIgnoreCase(url.getScheme()) ? HTTPS : HTTP;
    }

    private static Stream<URI> addresses(Target target) {
        return target.reach().urls().isEmpty() ? Stream.of(target.edge()) : target.reach().urls().values().stream();
    }
}
