package dev.envproof.probe.store;

import dev.envproof.environment.Environment;
import dev.envproof.environment.Store;
import dev.envproof.environment.StoreAddress;
import dev.envproof.environment.Target;
import dev.envproof.probe.DatabaseAddress;
import dev.envproof.probe.Lookout;
import dev.envproof.probe.Probe;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks straight at every database that an environment's variables lead to. */
public final class StoreProbe implements Probe<StoreProbe.Seen> {

    /**
     * @param databases one per declared PostgreSQL store that the environment has an address for
     * @param refs whose project the credentials are
     * @param places every address of the environment itself: its stores and its edge
     * @param https by store, whether its URL is https; unknown where this run sees no http URL for it
     */
    public record Seen(List<Database> databases, ProjectRefs refs, Set<Place> places, Map<String, Fact<Boolean>> https)
            implements dev.envproof.probe.Seen {
        public Seen {
            databases = List.copyOf(databases);
            places = Set.copyOf(places);
            https = Map.copyOf(https);
        }
    }

    @Override
    public Class<Seen> sees() {
        return Seen.class;
    }

    @Override
    public Seen look(Target target, Lookout lookout) {
        Environment environment = target.environment();
        List<Database> databases = target.system().stores().stream()
                .filter(Store.Database.class::isInstance)
                .map(Store.Database.class::cast)
                .flatMap(declared -> environment.store(declared.name()).stream()
                        .map(address -> new DatabaseLook(target, declared, address, lookout).look()))
                .toList();
        Optional<String> user = addresses(target).map(DatabaseAddress::user).findFirst();
        return new Seen(databases, ProjectRefs.of(target, user), places(target), https(target));
    }

    private static Map<String, Fact<Boolean>> https(Target target) {
        return target.environment().stores().stream()
                .collect(Collectors.toUnmodifiableMap(StoreAddress::store, store -> isHttps(target, store)));
    }

    private static Fact<Boolean> isHttps(Target target, StoreAddress store) {
        Optional<String> url = store.urlIn(target.variables()).map(value -> value.toLowerCase(Locale.ROOT));
        if (url.isEmpty()) {
            return new Fact.Unknown<>("this run can't see the variable " + store.urlVariable());
        }
        if (url.get().startsWith("https:")) {
            return new Fact.Known<>(true);
        }
        return url.get().startsWith("http:")
                ? new Fact.Known<>(false)
                : new Fact.Unknown<>("parse: " + store.urlVariable() + " holds no http URL");
    }

    private static Set<Place> places(Target target) {
        Stream<Place> databases =
                addresses(target).map(address -> new Place(address.host(), address.port(), address.database()));
        Stream<Place> urls = Stream.concat(
                        Stream.of(target.edge()), urls(target).flatMap(StoreProbe::http))
                .flatMap(url -> Place.of(url).stream());
        return Stream.concat(databases, urls).collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<DatabaseAddress> addresses(Target target) {
        return urls(target).flatMap(url -> DatabaseAddress.parse(url).stream());
    }

    private static Stream<String> urls(Target target) {
        return target.environment().stores().stream()
                .flatMap((StoreAddress address) -> address.urlIn(target.variables()).stream());
    }

    private static Stream<URI> http(String url) {
        try {
            return url.startsWith("http") ? Stream.of(URI.create(url)) : Stream.empty();
        } catch (IllegalArgumentException noUrl) {
            return Stream.empty();
        }
    }
}
