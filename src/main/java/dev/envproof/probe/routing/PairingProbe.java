package dev.envproof.probe.routing;

import dev.envproof.environment.Environment;
import dev.envproof.environment.StoreAddress;
import dev.envproof.environment.Target;
import dev.envproof.environment.Variables;
import dev.envproof.probe.Lookout;
import dev.envproof.probe.Probe;
import dev.envproof.probe.StoreIdentity;
import dev.envproof.probe.StoreIdentity.Unknown;
import dev.envproof.probe.secrets.Claims;
import dev.envproof.probe.secrets.JsonWebToken;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Holds each store's URL beside its key, as the deployment resolves both, and beside those of the siblings. */
public final class PairingProbe implements Probe<PairingProbe.Seen> {
    private static final Pattern PROJECT_HOST = Pattern.compile("https?://([a-z0-9]{20})\\.supabase\\.(?:co|in|net).*");

    /**
     * @param pairs one per store that has a key apart from its URL
     * @param othersAnswer whether any sibling's store answers to its own pair, so that a refusal says something
     */
    public record Seen(List<Pair> pairs, boolean othersAnswer) implements dev.envproof.probe.Seen {
        public Seen {
            pairs = List.copyOf(pairs);
        }
    }

    /**
     * @param store what the URL answers to the key
     * @param urlOf siblings with the same URL
     * @param keyOf siblings with the same key
     * @param projectOfKey the project reference among the key's claims
     * @param projectOfHost the project reference in the URL's host, where it is one of Supabase's own hosts
     * @param isKeyUsable whether the key is a token for services, and in date
     */
    public record Pair(
            StoreAddress address,
            StoreIdentity store,
            List<String> urlOf,
            List<String> keyOf,
            Optional<String> projectOfKey,
            Optional<String> projectOfHost,
            boolean isKeyUsable) {
        public Pair {
            urlOf = List.copyOf(urlOf);
            keyOf = List.copyOf(keyOf);
        }
    }

    @Override
    public Class<Seen> sees() {
        return Seen.class;
    }

    @Override
    public Seen look(Target target, Lookout lookout) {
        StoreOwners owners = StoreOwners.lookedUp(lookout);
        List<Pair> pairs = target.environment().stores().stream()
                .filter(address -> address.keyVariable().isPresent())
                .map(address -> pair(target, lookout, owners, address))
                .toList();
        boolean othersAnswer = pairs.stream()
                .map(pair -> pair.address().store())
                .anyMatch(store -> owners.direct().entrySet().stream()
                        .filter(other ->
                                !other.getKey().equals(target.environment().name()))
                        .anyMatch(other -> other.getValue().get(store) instanceof StoreIdentity.Known));
        return new Seen(pairs, othersAnswer);
    }

    private static Pair pair(Target target, Lookout lookout, StoreOwners owners, StoreAddress address) {
        Variables variables = target.variables();
        Optional<Claims> claims =
                address.keyIn(variables).flatMap(JsonWebToken::in).map(JsonWebToken::claims);
        StoreIdentity store = owners.direct()
                .getOrDefault(target.environment().name(), Map.of())
                .getOrDefault(address.store(), Unknown.because("it was not looked at"));
        return new Pair(
                address,
                store,
                siblingsWith(target, lookout, address, StoreAddress::urlIn),
                siblingsWith(target, lookout, address, StoreAddress::keyIn),
                claims.flatMap(Claims::project),
                address.urlIn(variables).flatMap(PairingProbe::projectOfHost),
                claims.filter(PairingProbe::isUsable).isPresent());
    }

    private static List<String> siblingsWith(Target target, Lookout lookout, StoreAddress address, Resolution part) {
        Optional<String> own = part.of(address, target.variables());
        return lookout.siblings().stream()
                .filter(other ->
                        !other.environment().name().equals(target.environment().name()))
                .filter(other -> own.isPresent()
                        && other.environment()
                                .store(address.store())
                                .flatMap(theirs -> part.of(theirs, other.variables()))
                                .equals(own))
                .map(Target::environment)
                .map(Environment::name)
                .toList();
    }

    private static Optional<String> projectOfHost(String url) {
        Matcher host = PROJECT_HOST.matcher(url);
        return host.matches() ? Optional.of(host.group(1)) : Optional.empty();
    }

    private static boolean isUsable(Claims claims) {
        Instant now = Instant.now();
        return claims.role().filter("service_role"::equals).isPresent()
                && claims.expires().filter(now::isAfter).isEmpty()
                && claims.notBefore().filter(now::isBefore).isEmpty();
    }

    private interface Resolution {
        Optional<String> of(StoreAddress address, Variables variables);
    }
}
