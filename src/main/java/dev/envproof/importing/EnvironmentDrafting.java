package dev.envproof.importing;

import dev.envproof.importing.EnvironmentDraft.Address;
import dev.envproof.importing.EnvironmentDraft.CorsDraft;
import dev.envproof.importing.SystemDraft.Told;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Puts together what the files tell about one environment. */
final class EnvironmentDrafting {
    private static final Map<String, String> LEVELS = Map.of(
            "trace",
            "trace",
            "debug",
            "debug",
            "info",
            "info",
            "warn",
            "warn",
            "warning",
            "warn",
            "error",
            "error",
            "critical",
            "error");

    private final EnvironmentSet environments;
    private final Doors doors;
    private final Stores stores;
    private final Map<String, String> edgeOf;

    /** @param edgeOf the edge of each environment */
    EnvironmentDrafting(EnvironmentSet environments, Doors doors, Stores stores, Map<String, String> edgeOf) {
        this.environments = environments;
        this.doors = doors;
        this.stores = stores;
        this.edgeOf = Map.copyOf(edgeOf);
    }

    EnvironmentDraft draft(Surroundings around, Fronts.Seen fronts, List<Secrets.Found> secrets) {
        String name = around.name();
        List<Note> notes = new ArrayList<>(fronts.notes());
        Map<String, Reach> elsewhere = doors.elsewhere(name);
        Map<String, Address> addresses = stores.addresses(name);
        Optional<CorsDraft> cors = cors(around, fronts, notes);
        tellReach(around, elsewhere, addresses, notes);
        return new EnvironmentDraft(
                name,
                environments.aliases().getOrDefault(name, Set.of()),
                edgeOf.getOrDefault(name, name),
                doors.door(name)
                        .map(found -> address(name, found.reach(), found.reach().authority())),
                addresses(name, elsewhere),
                addresses,
                secrets,
                cors,
                logLevel(around),
                notes);
    }

    private static Map<String, Told> addresses(String name, Map<String, Reach> elsewhere) {
        Map<String, Told> addresses = new LinkedHashMap<>();
        elsewhere.forEach(
                (service, reach) -> addresses.put(service, address(name, reach, reach.authority() + reach.path())));
        return addresses;
    }

    /** A port without a host is this machine's for a developer only: elsewhere a run would reach the wrong deployment. */
    private static Told address(String name, Reach reach, String url) {
        return reach.isLocal() && !name.equals(EnvironmentNames.DEVELOPMENT)
                ? new Told("", "not told: the host of port " + reach.shownPort() + " in " + reach.place())
                : new Told(url, reach.place());
    }

    private void tellReach(
            Surroundings around, Map<String, Reach> elsewhere, Map<String, Address> addresses, List<Note> notes) {
        Optional<Reach> door = doors.door(around.name()).map(Fronts.Found::reach);
        if (door.isEmpty()) {
            notes.add(new Note("its address: no file tells a host or a published port"));
        } else if (door.get().isLocal() && !around.name().equals(EnvironmentNames.DEVELOPMENT)) {
            notes.add(new Note("its host: the files tell the port " + door.get().shownPort() + " only, so set "
                    + EnvironmentText.urlVariable(around.name()) + " or write the host"));
        }
        List<String> others = doors.otherAddresses(around.name());
        if (!others.isEmpty()) {
            notes.add(new Note("also reached at " + String.join(", ", others) + "; a file declares one `url`"));
        }
        if (!elsewhere.isEmpty()) {
            notes.add(new Note("routing by host or port: the rules reach one `url`; the addresses in `service-urls` are"
                    + " noted, and no route leads there"));
        }
        addresses.forEach((store, address) -> {
            if (!address.isTold()) {
                notes.add(new Note("the variable with the URL of " + store + ": no file names one, so set "
                        + address.url() + " for the run"));
            }
        });
        publishedStores(around, notes);
    }

    private static void publishedStores(Surroundings around, List<Note> notes) {
        around.services().stream()
                .filter(service -> ImageKind.of(service.compose()).isStore())
                .forEach(service -> PublishedPort.of(service.compose(), around.interpolation(), new ArrayList<>())
                        .forEach(port -> notes.add(Note.at(
                                port.place(),
                                "the port " + port.published() + " of the store " + service.service()
                                        + " is published; no file can declare that"))));
    }

    private Optional<CorsDraft> cors(Surroundings around, Fronts.Seen fronts, List<Note> notes) {
        List<CorsClue> clues = Stream.concat(
                        fronts.cors().stream(),
                        around.plain(environments)
                                .flatMap(setting ->
                                        CorsClue.of(setting.name(), setting.value(), setting.place()).stream()))
                .toList();
        Set<String> origins = new LinkedHashSet<>();
        Set<String> patterns = new LinkedHashSet<>();
        Set<String> methods = new LinkedHashSet<>();
        Set<String> headers = new LinkedHashSet<>();
        for (CorsClue clue : clues) {
            origins.addAll(clue.origins());
            patterns.addAll(clue.patterns());
            methods.addAll(clue.methods());
            headers.addAll(clue.headers());
            clue.notes().stream().filter(note -> !notes.contains(note)).forEach(notes::add);
        }
        notes.addAll(around.unreadOrigins());
        if (origins.isEmpty() && patterns.isEmpty()) {
            notes.add(new Note("the origins whose pages may call it: `cors`"));
            return Optional.empty();
        }
        Optional<Boolean> credentials =
                clues.stream().flatMap(clue -> clue.credentials().stream()).findFirst();
        String place = clues.stream()
                .filter(clue -> !clue.origins().isEmpty() || !clue.patterns().isEmpty())
                .map(CorsClue::place)
                .findFirst()
                .orElse("");
        return Optional.of(new CorsDraft(origins, patterns, methods, headers, credentials, place));
    }

    private Optional<Told> logLevel(Surroundings around) {
        return around.plain(environments)
                .filter(setting -> setting.name().equals("LOG_LEVEL"))
                .flatMap(setting ->
                        Optional.ofNullable(LEVELS.get(setting.value().toLowerCase(Locale.ROOT)))
                                .map(level -> new Told(level, setting.place()))
                                .stream())
                .reduce((earlier, later) -> later);
    }
}
