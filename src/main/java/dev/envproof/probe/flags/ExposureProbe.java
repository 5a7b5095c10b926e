package dev.envproof.probe.flags;

import dev.envproof.environment.Target;
import dev.envproof.probe.Addressed;
import dev.envproof.probe.Ask;
import dev.envproof.probe.Lookout;
import dev.envproof.probe.Probe;
import dev.envproof.probe.Reply;
import dev.envproof.probe.Volley;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Looks, on every route, at debug endpoints, API documentation, errors and what answers may say of mocks. */
public final class ExposureProbe implements Probe<ExposureProbe.Seen> {
    private static final int AT_ONCE = 8;

    /** What each route lets a caller see. */
    public record Seen(List<RouteExposure> routes) implements dev.envproof.probe.Seen {
        public Seen {
            routes = List.copyOf(routes);
        }
    }

    @Override
    public Class<Seen> sees() {
        return Seen.class;
    }

    @Override
    public Seen look(Target target, Lookout lookout) {
        String unknown = UUID.randomUUID().toString();
        Volley volley = new Volley(
                lookout.wire(), AT_ONCE, lookout.budget().multipliedBy(3).dividedBy(4));
        List<RouteQuestions> questions = target.routes().stream()
                .map(route -> RouteQuestions.at(target, route, unknown))
                .toList();
        List<Ask> asks = questions.stream()
                .flatMap(RouteQuestions::all)
                .map(ask -> Addressed.to(target, ask))
                .toList();
        Volley afterwards = new Volley(lookout.wire(), AT_ONCE, lookout.budget().dividedBy(16));
        List<Reply> replies = new InnerRedirects(afterwards).followed(asks, volley.send(asks));
        List<RouteExposure> routes = new ArrayList<>();
        int next = 0;
        for (RouteQuestions one : questions) {
            int size = (int) one.all().count();
            routes.add(one.answered(target, replies.subList(next, next + size)));
            next += size;
        }
        return new Seen(routes);
    }
}
