package dev.envproof.probe.cors;

import dev.envproof.environment.CorsPolicy;
import dev.envproof.environment.SystemUnderTest.Route;
import dev.envproof.environment.Target;
import dev.envproof.probe.Lookout;
import dev.envproof.probe.Probe;
import dev.envproof.probe.cors.CorsAnswer.Kind;
import java.util.List;

/**
 * Looks, as a browser would, at which pages may call an environment: on every route, with the declared origins beside a
 * foreign one, {@code null}, the visitor's own machine and the sibling environments' origins.
 */
public final class CorsProbe implements Probe<CorsProbe.Seen> {
    private static final List<Kind> BOTH = List.of(Kind.PREFLIGHT, Kind.REAL);

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
        List<Route> routes = target.routes();
        for (int i = 0; i < routes.size(); i++) {
            CorsPaths paths = CorsPaths.of(target.system(), routes.get(i));
            tryAt(round, paths.plain(), table, i == 0);
            paths.demanding().ifPresent(path -> {
                round.declaredAt(path);
                round.foreignAt(path);
                round.undeclaredAt(path, table.opaque(), List.of(Kind.REAL));
            });
            round.nowhereBelow(routes.get(i).path());
        }
        return round;
    }

    private static void tryAt(CorsRound round, String path, OriginTable table, boolean isFirst) {
        round.declaredAt(path);
        round.privateNetworkAt(path);
        round.foreignAt(path);
        round.undeclaredAt(path, table.opaque(), BOTH);
        // Each service may have its own list, so that each is asked; one layer reads the header for both requests.
        round.undeclaredAt(path, table.localhosts(), isFirst ? BOTH : List.of(Kind.REAL));
        round.undeclaredAt(path, table.besideSiblings(), BOTH);
        round.undeclaredAt(path, table.ofSiblings(), BOTH);
    }
}
