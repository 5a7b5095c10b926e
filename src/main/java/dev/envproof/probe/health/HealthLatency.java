package dev.envproof.probe.health;

import dev.envproof.environment.Health;
import dev.envproof.environment.SystemUnderTest.Route;
import dev.envproof.environment.Target;
import dev.envproof.evidence.Redaction;
import dev.envproof.probe.Addressed;
import dev.envproof.probe.Ask;
import dev.envproof.probe.Reply;
import dev.envproof.probe.SocketWire;
import dev.envproof.probe.Wire;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Measures how long health takes through the edge: one request at a time, the median of several, warmed up. */
public record HealthLatency(Target target, Wire wire) {
    private static final int WARM = 2;
    private static final int MEASURED = 9;

    public HealthLatency(Target target) {
        this(target, SocketWire.to(List.of(target), Redaction.ofVariables(target.secrets())));
    }

    /** Milliseconds by path; empty where a request was not answered with success. */
    public Map<String, OptionalDouble> medians() {
        Map<String, OptionalDouble> medians = new TreeMap<>();
        String health = target.system().health().map(Health::path).orElse("");
        for (Route route : target.routes()) {
            medians.put(route.path() + health, median(Addressed.to(target, Ask.get(route.at(target.edge(), health)))));
        }
        return medians;
    }

    /** One that is not answered ends it, so that a target that hangs costs one deadline. */
    private OptionalDouble median(Ask ask) {
        double[] took = IntStream.range(0, WARM + MEASURED)
                .mapToDouble(turn -> millis(wire.send(ask)))
                .takeWhile(millis -> !Double.isNaN(millis))
                .skip(WARM)
                .toArray();
        return took.length < MEASURED
                ? OptionalDouble.empty()
                : DoubleStream.of(took).sorted().skip(MEASURED / 2).findFirst();
    }

    private static double millis(Reply reply) {
        return reply instanceof Reply.Answer answer && answer.status() >= 200 && answer.status() < 300
                ? answer.took().toNanos() / 1e6
                : Double.NaN;
    }
}
