package dev.envproof.probe.routing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.envproof.environment.Environment;
import dev.envproof.environment.Identity;
import dev.envproof.environment.SystemUnderTest.Service;
import dev.envproof.environment.Target;
import dev.envproof.probe.Addressed;
import dev.envproof.probe.Ask;
import dev.envproof.probe.Likeness;
import dev.envproof.probe.Lookout;
import dev.envproof.probe.Probe;
import dev.envproof.probe.Reply;
import dev.envproof.probe.Reply.Answer;
import dev.envproof.probe.StoreIdentities;
import dev.envproof.probe.Together;
import dev.envproof.probe.edge.PublicAddress;
import dev.envproof.probe.routing.HostSighting.Asked;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;

/** Asks each public address for its identity: under its own name, under spellings of it, and under names that are not its own. */
public final class AddressProbe implements Probe<AddressProbe.Seen> {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int AT_ONCE = 2;

    /** @param sightings one per public address and name that was asked for */
    public record Seen(StoreOwners owners, List<HostSighting> sightings) implements dev.envproof.probe.Seen {
        public Seen {
            sightings = List.copyOf(sightings);
        }
    }

    @Override
    public Class<Seen> sees() {
        return Seen.class;
    }

    @Override
    public Seen look(Target target, Lookout lookout) {
        Map<String, URI> urls = target.reach().urls();
        if (urls.isEmpty()) {
            return new Seen(new StoreOwners(Map.of()), List.of());
        }
        StoreOwners owners = StoreOwners.begun(lookout).get();
        List<Callable<List<HostSighting>>> looks = new ArrayList<>();
        urls.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(door -> looks.add(() -> look(target, lookout, owners, door.getKey(), door.getValue())));
        return new Seen(
                owners,
                Together.ask(AT_ONCE, looks).stream().flatMap(List::stream).toList());
    }

    private static List<HostSighting> look(
            Target target, Lookout lookout, StoreOwners owners, String service, URI url) {
        URI address = address(target, service, url);
        String host = url.getRawAuthority().toLowerCase(Locale.ROOT);
        Reply own = lookout.wire().send(ask(target, address));
        List<HostSighting> sightings = new ArrayList<>();
        sightings.add(sighting(target, owners, service, url, Asked.OWN, host, "", own, own));
        for (Map.Entry<String, Name> name : names(target, url, host).entrySet()) {
            Reply reply = lookout.wire().send(ask(target, address).with("Host", name.getKey()));
            Name meant = name.getValue();
            sightings.add(sighting(
                    target, owners, service, url, meant.asked(), name.getKey(), meant.environment(), reply, own));
        }
        return sightings;
    }

    /** Where the service tells its identity, below its route; else its page. */
    private static URI address(Target target, String service, URI url) {
        boolean hasStore = !stores(target, service).isEmpty();
        return target.system()
                .identity()
                .filter(identity -> hasStore)
                .flatMap(identity ->
                        target.system().routeTo(service).map(route -> route.at(target.edge(), identity.path())))
                .orElseGet(() -> url.resolve(target.system().pages().getOrDefault(service, "/")));
    }

    private static Ask ask(Target target, URI address) {
        return Addressed.to(target, Ask.get(address).within(PublicAddress.DEADLINE));
    }

    private static Map<String, Name> names(Target target, URI url, String host) {
        int colon = host.lastIndexOf(':');
        String bare = url.getPort() < 0 ? host : host.substring(0, colon);
        String port = url.getPort() < 0 ? "" : host.substring(colon);
        String known = "https".equalsIgnoreCase(url.getScheme()) ? ":443" : ":80";
        Map<String, Name> names = new LinkedHashMap<>();
        names.put(host.toUpperCase(Locale.ROOT), new Name(Asked.SPELT_OTHERWISE, ""));
        names.put(bare + "." + port, new Name(Asked.SPELT_OTHERWISE, ""));
        names.put(bare + (port.isEmpty() ? known : port), new Name(Asked.SPELT_OTHERWISE, ""));
        names.put("unknown-" + UUID.randomUUID() + ".example", new Name(Asked.UNKNOWN, ""));
        names.put("unknown-" + UUID.randomUUID() + "." + bare, new Name(Asked.UNKNOWN, ""));
        siblings(target).forEach((name, environment) -> names.putIfAbsent(name, new Name(Asked.SIBLING, environment)));
        names.remove(host);
        return names;
    }

    private static Map<String, String> siblings(Target target) {
        Map<String, String> siblings = new LinkedHashMap<>();
        for (Environment sibling : target.system().environments()) {
            if (!sibling.name().equals(target.environment().name())) {
                new TreeSet<>(sibling.publicUrls().values())
                        .forEach(url ->
                                siblings.putIfAbsent(url.getRawAuthority().toLowerCase(Locale.ROOT), sibling.name()));
            }
        }
        target.environment().publicUrls().values().forEach(own -> siblings.remove(own.getRawAuthority()));
        return siblings;
    }

    private static HostSighting sighting(
            Target target,
            StoreOwners owners,
            String service,
            URI url,
            Asked asked,
            String name,
            String environment,
            Reply reply,
            Reply own) {
        return new HostSighting(
                service,
                url,
                !stores(target, service).isEmpty(),
                asked,
                name,
                environment,
                reached(target, owners, service, reply),
                isTheSame(reply, own),
                reply.exchange());
    }

    private static boolean isTheSame(Reply reply, Reply own) {
        return reply instanceof Answer answer
                && own instanceof Answer page
                && answer.status() / 100 == 2
                && page.status() == answer.status()
                && Likeness.between(answer.body(), page.body()) >= Likeness.SAME_PAGE;
    }

    private static Reached reached(Target target, StoreOwners owners, String service, Reply reply) {
        if (reply instanceof Reply.NoAnswer none) {
            return new Reached.Unproven(none.stage() + ": " + none.why());
        }
        Answer answer = (Answer) reply;
        if (answer.status() >= 500) {
            return new Reached.Failed(answer.status());
        }
        if (answer.status() >= 400) {
            return new Reached.Refused(answer.status());
        }
        if (answer.status() != 200) {
            return new Reached.Unproven("status " + answer.status());
        }
        Map<String, String> pointers =
                target.system().identity().map(Identity::stores).orElse(Map.of());
        Map<String, String> identities = new LinkedHashMap<>();
        for (String store : stores(target, service)) {
            JsonNode value = body(answer).at(pointers.getOrDefault(store, "/"));
            if (!value.isValueNode() || value.isNull()) {
                return new Reached.Unproven("parse: the answer has no identity of the " + store);
            }
            identities.put(store, value.asText());
        }
        return owners.whose(identities);
    }

    private static Set<String> stores(Target target, String service) {
        Set<String> proven = new TreeSet<>(target.system()
                .identity()
                .map(identity -> identity.stores().keySet())
                .orElse(Set.of()));
        proven.retainAll(target.system().service(service).map(Service::stores).orElse(List.of()));
        proven.removeIf(store -> !StoreIdentities.tell(target, store));
        return proven;
    }

    private static JsonNode body(Answer answer) {
        try {
            return answer.cut() ? JSON.missingNode() : JSON.readTree(answer.body());
        } catch (JsonProcessingException notJson) {
            return JSON.missingNode();
        }
    }

    private record Name(Asked asked, String environment) {}
}
