package dev.envproof.rule.flags;

import dev.envproof.environment.Environment.Exposure;
import dev.envproof.evidence.Exchange;
import dev.envproof.probe.Reply;
import dev.envproof.probe.Reply.Answer;
import dev.envproof.probe.flags.RouteExposure;
import dev.envproof.probe.flags.RouteExposure.Door;
import dev.envproof.probe.flags.RouteExposure.Kind;
import dev.envproof.rule.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Judges whether doors of one kind are open or closed, as declared; closed counts only on a route that answers. */
final class Doors {
    /** Turned away for the hurry, not for the door (RFC 6585, 4). */
    private static final int TOO_MANY = 429;

    private Doors() {}

    static Verdict of(Kind kind, Exposure declared, List<RouteExposure> routes) {
        List<Verdict> each = routes.stream()
                .flatMap(route -> route.doors(kind).stream().map(door -> closed(route, door)))
                .toList();
        return declared == Exposure.CLOSED ? Verdict.all(each) : open(routes, kind, each);
    }

    private static Verdict closed(RouteExposure route, Door door) {
        Exchange exchange = door.reply().exchange();
        Optional<String> doubt =
                Stream.of(route.doubt(), door.doubt()).flatMap(Optional::stream).findFirst();
        if (doubt.isPresent()) {
            return Verdict.inconclusive(door.path() + ": " + doubt.get(), exchange);
        }
        if (route.isOpen(door)) {
            return Verdict.broken("no content", door.path() + " answers " + status(door.reply()), exchange);
        }
        return status(door.reply()) >= 500 || status(door.reply()) == TOO_MANY
                ? Verdict.inconclusive(door.path() + " answers " + status(door.reply()), exchange)
                : Verdict.held("closed", exchange);
    }

    /** Not every service has every door, so that one open door is as declared. */
    private static Verdict open(List<RouteExposure> routes, Kind kind, List<Verdict> each) {
        return routes.stream()
                .filter(route -> route.doubt().isEmpty())
                .flatMap(route ->
                        route.doors(kind).stream().filter(door -> door.doubt().isEmpty() && route.isOpen(door)))
                .findFirst()
                .map(door -> Verdict.held(door.path() + " is open", door.reply().exchange()))
                .orElseGet(() -> each.stream()
                        .filter(verdict -> !(verdict instanceof Verdict.Held))
                        .findFirst()
                        .orElseGet(() -> Verdict.broken("an open door, as declared", "none answers with content")));
    }

    private static int status(Reply reply) {
        return reply instanceof Answer answer ? answer.status() : 0;
    }
}
