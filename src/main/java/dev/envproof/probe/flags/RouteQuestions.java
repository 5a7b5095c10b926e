package dev.envproof.probe.flags;

import dev.envproof.environment.Health;
import dev.envproof.environment.Identity;
import dev.envproof.environment.RateLimit;
import dev.envproof.environment.SystemUnderTest.Call;
import dev.envproof.environment.SystemUnderTest.Route;
import dev.envproof.environment.Target;
import dev.envproof.probe.Addressed;
import dev.envproof.probe.Ask;
import dev.envproof.probe.Reply;
import dev.envproof.probe.Reply.Answer;
import dev.envproof.probe.flags.RouteExposure.Door;
import dev.envproof.probe.flags.RouteExposure.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is asked of one route, in this order. */
record RouteQuestions(Route route, List<Ask> plain, Ask nowhere, List<Knock> doors, List<Ask> errors) {

    static RouteQuestions at(Target target, Route route, String unknown) {
        List<Knock> doors = Stream.concat(
                        withSlash(target.system().debugEndpoints()).map(path -> new Knock(Kind.DEBUGGING, path)),
                        withSlash(target.system().apiDocumentation()).map(path -> new Knock(Kind.DOCUMENTATION, path)))
                .toList();
        return new RouteQuestions(
                route,
                paths(target, route)
                        .map(path -> Ask.get(target.edge().resolve(path)))
                        .toList(),
                Ask.get(route.at(target.edge(), unknown)),
                doors,
                ErrorRequests.at(target, route, unknown));
    }

    /** An edge that closes one path exactly leaves the same one with a slash to the service. */
    private static Stream<String> withSlash(List<String> paths) {
        return Stream.concat(
                paths.stream(),
                paths.stream().filter(path -> !path.endsWith("/")).map(path -> path + "/"));
    }

    private static Stream<String> paths(Target target, Route route) {
        Stream<String> own = Stream.of(
                        Stream.of(""),
                        target.system().health().map(Health::path).stream(),
                        target.system().identity().map(Identity::path).stream(),
                        target.system().calls().stream()
                                .filter(call -> call.from().equals(route.service()))
                                .map(Call::path))
                .flatMap(paths -> paths)
                .map(path -> route.path() + path);
        Stream<String> limited = target.environment().rateLimit().map(RateLimit::path).stream()
                .filter(path -> path.startsWith(route.path()));
        return Stream.concat(own, limited);
    }

    Stream<Ask> all() {
        Stream<Ask> knocks =
                doors.stream().map(door -> Ask.get(nowhere.address().resolve(route.path() + door.path())));
        return Stream.of(plain.stream(), Stream.of(nowhere), knocks, errors.stream())
                .flatMap(asks -> asks);
    }

    RouteExposure answered(Target target, List<Reply> replies) {
        int doorsFrom = plain.size() + 1;
        int errorsFrom = doorsFrom + doors.size();
        List<Door> opened = new ArrayList<>();
        for (int i = 0; i < doors.size(); i++) {
            Knock door = doors.get(i);
            Reply reply = replies.get(doorsFrom + i);
            opened.add(new Door(door.kind(), route.path() + door.path(), reply, doubt(target, reply)));
        }
        List<Reply> plainReplies = replies.subList(0, plain.size());
        return new RouteExposure(
                route.path(),
                reached(target, plainReplies),
                plainReplies,
                replies.get(plain.size()),
                opened,
                replies.subList(errorsFrom, replies.size()));
    }

    /** One plain answer of the environment is enough to know that its route is there. */
    private static Optional<String> reached(Target target, List<Reply> plain) {
        List<Optional<String>> doubts = plain.stream()
                .map(reply -> reply instanceof Answer answer && answer.status() >= 400
                        ? Optional.of("plain requests get the status " + answer.status())
                        : Addressed.doubt(target, reply))
                .toList();
        return doubts.stream().anyMatch(Optional::isEmpty)
                ? Optional.empty()
                : doubts.stream().flatMap(Optional::stream).findFirst();
    }

    /** What a framework answers by itself names no environment, so only another one's name counts. */
    private static Optional<String> doubt(Target target, Reply reply) {
        return reply instanceof Answer answer && !Addressed.namesItsEnvironment(target, answer)
                ? Optional.empty()
                : Addressed.doubt(target, reply);
    }

    private record Knock(Kind kind, String path) {}
}
