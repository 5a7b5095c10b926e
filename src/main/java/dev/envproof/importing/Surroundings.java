package dev.envproof.importing;

import dev.envproof.environment.Randomness;
import dev.envproof.importing.Gathered.EnvFileRead;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the files tell about one environment: its own env files, those that all share, and the services that it runs.
 *
 * @param services its own, and those that all environments run
 */
record Surroundings(String name, List<EnvFileRead> own, List<EnvFileRead> shared, List<Deployed> services) {
    static Surroundings of(String name, Gathered gathered, List<Deployed> deployed) {
        List<EnvFileRead> own = gathered.envFiles().stream()
                .filter(file ->
                        file.environment().filter(it -> it.name().equals(name)).isPresent())
                .toList();
        List<EnvFileRead> shared = gathered.envFiles().stream()
                .filter(file -> file.environment().isEmpty())
                .toList();
        return new Surroundings(
                name,
                own,
                shared,
                deployed.stream().filter(it -> it.runsIn(name)).toList());
    }

    /** Compose's variables: an environment's own file wins over one that all share. */
    Interpolation interpolation() {
        Map<String, String> values = new HashMap<>();
        Stream.of(shared, own)
                .flatMap(List::stream)
                .flatMap(file -> file.settings().stream())
                .forEach(setting -> setting.value().ifPresent(value -> values.put(setting.name(), value)));
        return new Interpolation(values);
    }

    boolean sets(String variable) {
        return own.stream()
                .flatMap(file -> file.settings().stream())
                .anyMatch(it -> it.name().equals(variable));
    }

    /** The settings whose values may be looked at: of its own files, of shared ones where the name says so, of services. */
    Stream<Told> plain(EnvironmentSet environments) {
        Interpolation interpolation = interpolation();
        Stream<Told> files = Stream.of(shared, own)
                .flatMap(List::stream)
                .flatMap(file -> file.settings().stream())
                .flatMap(setting -> told(setting, setting.value(), environments).stream());
        Stream<Told> ofServices = services.stream()
                .flatMap(service -> service.settings().stream())
                .flatMap(setting -> told(setting, setting.value().flatMap(interpolation::of), environments).stream());
        return Stream.concat(files, ofServices);
    }

    /** Settings about CORS whose values were dropped. */
    List<Note> unreadOrigins() {
        return Stream.concat(
                        own.stream().flatMap(file -> file.settings().stream()),
                        services.stream().flatMap(service -> service.settings().stream()))
                .filter(setting -> setting.isDropped() && CorsClue.isNamedBy(setting.name()))
                .map(setting -> Note.at(
                        setting.place(),
                        "the value of " + setting.name() + " may hold a secret, so it was not looked at"))
                .distinct()
                .toList();
    }

    /** @param name without an environment's name in it */
    record Told(String name, String value, String place) {}

    private Optional<Told> told(Setting setting, Optional<String> value, EnvironmentSet environments) {
        String plain = environments
                .inVariable(setting.name())
                .filter(split -> split.environment().name().equals(name))
                .map(EnvironmentNames.Split::rest)
                .orElse(setting.name());
        boolean isOthers = plain.equals(setting.name())
                && environments.inVariable(setting.name()).isPresent();
        return value.filter(text -> !isOthers && !Randomness.shows(text))
                .map(text -> new Told(plain, text, Note.shown(setting.place())));
    }
}
