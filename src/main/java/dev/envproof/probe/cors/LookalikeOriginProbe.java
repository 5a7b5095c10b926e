package dev.envproof.probe.cors;

import static dev.envproof.probe.cors.CorsAnswer.Kind.PREFLIGHT;
import static dev.envproof.probe.cors.CorsAnswer.Kind.REAL;

import dev.envproof.environment.CorsPolicy;
import dev.envproof.environment.Target;
import dev.envproof.probe.Lookout;
import dev.envproof.probe.Probe;
import java.util.Comparator;
import java.util.List;

/**
 * Looks whether origins that only resemble a declared one may call an environment: on every route, but for the long list
 * of odd characters.
 */
public final class LookalikeOriginProbe implements Probe<LookalikeOriginProbe.Seen> {

    /** What each path answered; no path where the environment declares no CORS policy. */
    public record Seen(List<CorsPath> paths) implements dev.envproof.probe.Seen {
        public Seen {
            paths = List.copyOf(paths);
        }
    }

    @Override
    public Class<Seen> sees() {
        return Seen.class;
    }

    @Override
    public Seen look(Target target, Lookout lookout) {
        return target.environment()
                .cors()
                .map(policy -> new Seen(round(target, policy).send(lookout)))
                .orElse(new Seen(List.of()));
    }

    private static CorsRound round(Target target, CorsPolicy policy) {
        OriginTable table = OriginTable.of(target, HostLabel.unused());
        CorsRound round = new CorsRound(target, policy, table);
        List<String> paths = target.routes().stream()
                .map(route -> CorsPaths.of(target.system(), route).plain())
                .sorted(Comparator.comparing(path -> CorsRound.isPublic(policy, path)))
                .toList();
        for (int i = 0; i < paths.size(); i++) {
            round.declaredAt(paths.get(i));
            round.undeclaredAt(paths.get(i), table.foreign(), List.of(PREFLIGHT, REAL));
            tryAt(round, paths.get(i), table, i == 0);
        }
        return round;
    }

    private static void tryAt(CorsRound round, String path, OriginTable table, boolean isFirst) {
        List<TriedOrigin> oneOfEach = table.oneOfEachShape();
        for (TriedOrigin origin : table.lookalike()) {
            // The long list of odd characters is tried once each: one layer reads the header for both requests.
            boolean odd = origin.shape() == OriginShape.ODD_CHARACTER;
            boolean inBothWays = isFirst ? !odd : oneOfEach.contains(origin);
            if (isFirst || !odd || inBothWays) {
                round.undeclaredAt(path, List.of(origin), inBothWays ? List.of(PREFLIGHT, REAL) : List.of(REAL));
            }
        }
    }
}
