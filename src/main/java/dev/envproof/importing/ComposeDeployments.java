package dev.envproof.importing;

import dev.envproof.importing.EnvironmentNames.Named;
import dev.envproof.importing.EnvironmentNames.Split;
import dev.envproof.importing.Gathered.ComposeRead;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Tells which environment each service of the compose files is about: by file, name, profile or variable. */
final class ComposeDeployments {
    private static final String MARK = "[-_.]";

    /** The merged services of the files that name no environment. */
    private final Map<String, ComposeService> common = new LinkedHashMap<>();

    private final Map<Named, Map<String, ComposeService>> named = new LinkedHashMap<>();
    private final List<Deployed> deployed = new ArrayList<>();

    private ComposeDeployments(List<ComposeRead> files) {
        for (ComposeRead file : files) {
            Map<String, ComposeService> services = file.input()
                    .environment()
                    .map(environment -> named.computeIfAbsent(environment, name -> new LinkedHashMap<>()))
                    .orElse(common);
            file.services()
                    .forEach((name, service) -> services.merge(name, service, (below, above) -> above.over(below)));
        }
    }

    static List<Deployed> of(List<ComposeRead> files) {
        return new ComposeDeployments(files).deployed();
    }

    private List<Deployed> deployed() {
        if (completesCommon()) {
            named.forEach((environment, services) -> {
                Map<String, ComposeService> all = new LinkedHashMap<>(common);
                services.forEach((name, service) -> all.merge(name, service, (below, above) -> above.over(below)));
                all.values().forEach(service -> add(service.name(), Optional.of(environment), false, service));
            });
            return List.copyOf(deployed);
        }
        boolean haveTwins = common.keySet().stream().anyMatch(name -> twin(name).isPresent());
        Optional<Named> whole = haveTwins ? Optional.empty() : wholeFile();
        common.values().forEach(service -> ofCommon(service, whole));
        named.forEach((environment, services) ->
                services.values().forEach(service -> add(service.name(), Optional.of(environment), false, service)));
        return List.copyOf(deployed);
    }

    /** Whether a file with an environment's name only adds to services of the others, so that it can't stand alone. */
    private boolean completesCommon() {
        return named.values().stream()
                .flatMap(services -> services.values().stream())
                .anyMatch(service ->
                        !service.has("image") && !service.has("build") && common.containsKey(service.name()));
    }

    /** A whole file next to whole files of other environments is a developer's own, unless it says otherwise. */
    private Optional<Named> wholeFile() {
        List<Setting> settings = common.values().stream()
                .flatMap(service -> new Deployed("", Optional.empty(), false, service).settings().stream())
                .toList();
        Set<String> others = named.keySet().stream().map(Named::name).collect(Collectors.toSet());
        Optional<Named> told = EnvironmentNames.told(settings);
        if (told.isPresent() || named.isEmpty() || others.contains(EnvironmentNames.DEVELOPMENT)) {
            return told;
        }
        return EnvironmentNames.alone(EnvironmentNames.DEVELOPMENT);
    }

    private void ofCommon(ComposeService service, Optional<Named> whole) {
        Optional<Split> twin = twin(service.name());
        if (twin.isPresent()) {
            add(twin.get().rest(), Optional.of(twin.get().environment()), true, service);
            return;
        }
        Set<String> taken = environmentsOfTwins(service.name());
        Optional<Named> profile = service.names("profiles").stream()
                .flatMap(name -> EnvironmentNames.alone(name).stream())
                .findFirst();
        Optional<Named> told =
                profile.or(() -> EnvironmentNames.told(new Deployed("", Optional.empty(), false, service).settings()));
        Optional<Named> other = taken.isEmpty() ? Optional.empty() : other(taken);
        add(service.name(), told.or(() -> other).or(() -> whole), !taken.isEmpty(), service);
    }

    /** A service whose twin is named after staging is production's; one whose twin is production's, a developer's. */
    private static Optional<Named> other(Set<String> taken) {
        return EnvironmentNames.alone(
                taken.contains(EnvironmentNames.PRODUCTION)
                        ? EnvironmentNames.DEVELOPMENT
                        : EnvironmentNames.PRODUCTION);
    }

    private Set<String> environmentsOfTwins(String rest) {
        return common.keySet().stream()
                .flatMap(name -> EnvironmentNames.inside(name, MARK).stream())
                .filter(split -> ServiceName.of(split.rest()).equals(ServiceName.of(rest)))
                .map(split -> split.environment().name())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The environment in a name, where the same service is there without it or for another one. */
    private Optional<Split> twin(String name) {
        return EnvironmentNames.inside(name, MARK)
                .filter(split -> isBare(split.rest())
                        || environmentsOfTwins(split.rest()).size() > 1);
    }

    private boolean isBare(String rest) {
        return common.keySet().stream().anyMatch(name -> ServiceName.of(name).equals(ServiceName.of(rest)));
    }

    private void add(String name, Optional<Named> environment, boolean isTwin, ComposeService service) {
        deployed.add(new Deployed(ServiceName.of(name), environment, isTwin, service));
    }
}
