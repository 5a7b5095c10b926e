package dev.envproof.probe.parity;

import dev.envproof.environment.SystemUnderTest.Route;
import dev.envproof.environment.Target;
import dev.envproof.probe.Addressed;
import dev.envproof.probe.Ask;
import dev.envproof.probe.Lookout;
import dev.envproof.probe.Probe;
import dev.envproof.probe.Reply;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads every OpenAPI document that the declared paths of API documentation serve. */
public final class ApiDescriptionProbe implements Probe<ApiDescriptionProbe.Seen> {

    /** Every place where a description may be. */
    public record Seen(List<ApiDescription> descriptions) implements dev.envproof.probe.Seen {
        public Seen {
            descriptions = List.copyOf(descriptions);
        }
    }

    @Override
    public Class<Seen> sees() {
        return Seen.class;
    }

    @Override
    public Seen look(Target target, Lookout lookout) {
        return new Seen(target.routes().stream()
                .flatMap(route ->
                        target.system().apiDocumentation().stream().flatMap(path -> look(target, route, path, lookout)))
                .toList());
    }

    private static Stream<ApiDescription> look(Target target, Route route, String path, Lookout lookout) {
        Reply reply = lookout.wire().send(Addressed.to(target, Ask.get(route.at(target.edge(), path))));
        if (!(reply instanceof Reply.Answer answer)) {
            return Stream.of(new ApiDescription(route.service(), path, Optional.empty(), reply.exchange()));
        }
        Optional<OpenApi> parsed = answer.cut() ? Optional.empty() : OpenApi.parse(answer.body());
        return parsed
                .map(document -> new ApiDescription(
                        route.service(), path, Optional.of(document.statements(lookout.redaction())), reply.exchange()))
                .stream();
    }
}
