package dev.envproof.probe.routing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.envproof.environment.Environment;
import dev.envproof.environment.Environment.AccessKey;
import dev.envproof.environment.Identity;
import dev.envproof.environment.RoutingHeader;
import dev.envproof.environment.SystemUnderTest.Route;
import dev.envproof.environment.SystemUnderTest.Service;
import dev.envproof.environment.Target;
import dev.envproof.probe.Ask;
import dev.envproof.probe.Lookout;
import dev.envproof.probe.Reply;
import dev.envproof.probe.Wire;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Asks for identities and traces each answer to the environment whose stores gave it. */
final class Tracer {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int TURNS = 12;
    private static final int THROTTLED = 429;
    private final Target target;
    private final List<Target> siblings;
    private final Wire wire;
    private final Identity identity;
    private final RoutingHeader header;
    private final Supplier<StoreOwners> owners;

    Tracer(Target target, Lookout lookout, Identity identity, RoutingHeader header) {
        this.target = target;
        this.siblings = lookout.siblings();
        this.wire = lookout.wire();
        this.identity = identity;
        this.header = header;
        this.owners = StoreOwners.begun(lookout);
    }

    StoreOwners owners() {
        return owners.get();
    }

    /** The rows that this run can send, and whose answers it can recognise. */
    HeaderCases cases() {
        return new HeaderCases(target.system(), target.environment(), this::canChoose);
    }

    /** Without its key a healthy edge refuses an environment; without its target its stores are unknown. */
    boolean canChoose(String name) {
        boolean isReached =
                siblings.stream().anyMatch(it -> it.environment().name().equals(name));
        return isReached
                && access(name).allMatch(access -> keys(name, access).findAny().isPresent());
    }

    /** The tracer, where the system declares what it needs. */
    static Optional<Tracer> of(Target target, Lookout lookout) {
        return target.system()
                .identity()
                .flatMap(identity ->
                        target.system().routingHeader().map(header -> new Tracer(target, lookout, identity, header)));
    }

    /** Asks a route of the target's edge. */
    Sighting atEdge(Route route, HeaderCase asked) {
        return at(route.path(), route.service(), identityOf(route), asked);
    }

    /** The same, but never asked again. */
    Sighting onceAtEdge(Route route, HeaderCase asked) {
        return once(route.path(), route.service(), keyed(ask(identityOf(route), asked), asked), asked);
    }

    URI identityOf(Route route) {
        return route.at(target.edge(), identity.path());
    }

    /** Asks a service for itself. */
    Sighting atService(String service, URI base, HeaderCase asked) {
        URI folder = base.getPath().endsWith("/") ? base : URI.create(base + "/");
        return at(service + " without the edge", service, folder.resolve(identity.path()), asked);
    }

    Sighting at(String place, String service, URI address, HeaderCase asked) {
        return trace(place, service, keyed(ask(address, asked), asked), asked);
    }

    Ask ask(URI address, HeaderCase asked) {
        Ask ask = Ask.get(address);
        for (String line : asked.lines()) {
            ask = ask.with(header.name(), line);
        }
        return ask;
    }

    /** With the access keys of the mentioned environments that share the target's edge. */
    Ask keyed(Ask ask, HeaderCase asked) {
        Ask keyed = ask;
        for (String name : asked.names()) {
            for (AccessKey access : access(name).toList()) {
                for (String key : keys(name, access).limit(1).toList()) {
                    keyed = keyed.with(access.header(), key);
                }
            }
        }
        return keyed;
    }

    /** What the target's edge asks for, where somebody chooses that environment. */
    private Stream<AccessKey> access(String name) {
        return target
                .system()
                .environment(name)
                .filter(other -> other.edge().equals(target.environment().edge()))
                .flatMap(Environment::access)
                .stream();
    }

    /** As the target sees it, then as the environment itself does: a deployment sees its own variables only. */
    private Stream<String> keys(String name, AccessKey access) {
        Stream<Target> owners =
                siblings.stream().filter(it -> it.environment().name().equals(name));
        return Stream.concat(Stream.of(target), owners)
                .flatMap(it -> it.variables().value(access.variable()).stream())
                .filter(key -> !key.isBlank());
    }

    /** Sends it; an answer from elsewhere is asked for again, to tell a steady one from one that changes. */
    Sighting trace(String place, String service, Ask ask, HeaderCase asked) {
        Sighting first = once(place, service, ask, asked);
        Sighting latest = first;
        for (int turn = 0; isElsewhere(latest) && turn < TURNS; turn++) {
            latest = once(place, service, ask, asked);
        }
        if (first.reached() instanceof Reached.One here
                && latest.reached() instanceof Reached.One there
                && !here.equals(there)) {
            return first.ledTo(new Reached.Several(Set.of(here.environment(), there.environment())));
        }
        return first;
    }

    private static boolean isElsewhere(Sighting sighting) {
        return sighting.reached() instanceof Reached.One && !sighting.isAsDeclared();
    }

    Sighting once(String place, String service, Ask ask, HeaderCase asked) {
        Reply reply = wire.send(ask);
        if (reply instanceof Reply.NoAnswer none) {
            Reached unproven = new Reached.Unproven(none.stage() + ": " + none.why());
            return new Sighting(
                    place, service, hasStore(service), asked, unproven, List.of(), Set.of(), Map.of(), none.exchange());
        }
        Reply.Answer answer = (Reply.Answer) reply;
        List<String> answeredBy = header.answeredBy().map(answer::all).orElse(List.of());
        return new Sighting(
                place,
                service,
                hasStore(service),
                asked,
                reached(service, answer),
                answeredBy,
                mentions(answer),
                Content.of(answer, body(answer), identity.environment()),
                answer.exchange());
    }

    private Reached reached(String service, Reply.Answer answer) {
        if (answer.status() == THROTTLED) {
            return new Reached.Unproven("throttled: status " + THROTTLED);
        }
        if (answer.status() >= 500) {
            return new Reached.Failed(answer.status());
        }
        if (answer.status() >= 400) {
            return new Reached.Refused(answer.status());
        }
        if (answer.status() != 200) {
            return new Reached.Unproven("status " + answer.status());
        }
        JsonNode body = body(answer);
        Map<String, String> identities = new LinkedHashMap<>();
        for (String store :
                target.system().service(service).map(Service::stores).orElse(List.of())) {
            JsonNode value = body.at(identity.stores().getOrDefault(store, "/"));
            if (!value.isValueNode() || value.isNull()) {
                return new Reached.Unproven("parse: the answer has no identity of the " + store);
            }
            identities.put(store, value.asText());
        }
        return owners.get().whose(identities);
    }

    private List<String> stores(String service) {
        return target.system().service(service).map(Service::stores).orElse(List.of());
    }

    boolean hasStore(String service) {
        return !stores(service).isEmpty();
    }

    private Set<String> mentions(Reply.Answer answer) {
        String body = answer.body().toLowerCase(Locale.ROOT);
        return target.system().environments().stream()
                .map(Environment::name)
                .filter(body::contains)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static JsonNode body(Reply.Answer answer) {
        try {
            return answer.cut() ? JSON.missingNode() : JSON.readTree(answer.body());
        } catch (JsonProcessingException notJson) {
            return JSON.missingNode();
        }
    }
}
