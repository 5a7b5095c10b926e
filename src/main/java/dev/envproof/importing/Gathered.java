package dev.envproof.importing;

import dev.envproof.environment.EnvFile;
import dev.envproof.environment.yaml.KeyPath;
import dev.envproof.environment.yaml.Node;
import dev.envproof.environment.yaml.Node.Mapping;
import dev.envproof.environment.yaml.Problems;
import dev.envproof.importing.EnvironmentNames.Named;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What all files hold, each with the environment that the file is about. */
record Gathered(
        List<EnvFileRead> envFiles, List<ComposeRead> composeFiles, List<NginxRead> nginxFiles, List<Note> notes) {

    /** @param file its name without its folder */
    record EnvFileRead(String file, Optional<Named> environment, List<Setting> settings) {}

    record ComposeRead(Input input, Map<String, ComposeService> services) {}

    record NginxRead(Input input, NginxServers.Seen seen) {}

    static Gathered of(List<Input> inputs, Problems problems) {
        return new Reading(inputs, problems).read();
    }

    private static final class Reading {
        private final List<Input> inputs;
        private final Problems problems;
        private final List<Note> notes = new ArrayList<>();
        private final Map<Path, Input> envFiles = new LinkedHashMap<>();

        private Reading(List<Input> inputs, Problems problems) {
            this.inputs = inputs;
            this.problems = problems;
        }

        private Gathered read() {
            of(Input.Kind.ENV_FILE).forEach(input -> envFiles.put(real(input.file()), input));
            List<ComposeRead> composeFiles = new ArrayList<>();
            of(Input.Kind.COMPOSE).forEach(input -> composeFiles.add(compose(input)));
            List<NginxRead> nginxFiles = of(Input.Kind.NGINX).stream()
                    .map(input -> new NginxRead(input, NginxServers.read(input.file(), problems)))
                    .toList();
            List<EnvFileRead> read =
                    envFiles.values().stream().map(this::envFile).toList();
            nginxFiles.forEach(nginx -> notes.addAll(nginx.seen().notes()));
            return new Gathered(read, List.copyOf(composeFiles), nginxFiles, List.copyOf(notes));
        }

        private List<Input> of(Input.Kind kind) {
            return inputs.stream().filter(input -> input.kind() == kind).toList();
        }

        private EnvFileRead envFile(Input input) {
            List<Setting> settings = EnvFile.read(input.file(), problems).stream()
                    .map(it -> Setting.of(it.name(), it.value(), it::mayRefer, it.place()))
                    .toList();
            String name = KeyPath.shown(String.valueOf(input.file().getFileName()));
            return new EnvFileRead(name, input.environment().or(() -> EnvironmentNames.told(settings)), settings);
        }

        private ComposeRead compose(Input input) {
            List<Path> given = inputs.stream().map(Input::file).toList();
            Nearby nearby = Nearby.of(input.file(), given, notes, problems);
            Map<String, ComposeService> services = ComposeFile.read(input.file(), nearby);
            Set<String> followed = new LinkedHashSet<>();
            services.values()
                    .forEach(service -> service.items("env_file").forEach(item -> {
                        Node path = item instanceof Mapping
                                ? ComposeService.inside(item, "path").orElse(item)
                                : item;
                        ComposeService.text(path)
                                .flatMap(new Interpolation(Map.of())::of)
                                .filter(followed::add)
                                .flatMap(written -> nearby.follow(written, "env_file", item.place()))
                                .ifPresent(file -> follow(file, input));
                    }));
            return new ComposeRead(input, services);
        }

        /** An env file that a compose file names is about what its own name says, else about that file's environment. */
        private void follow(Path file, Input compose) {
            if (!envFiles.containsKey(real(file))) {
                Optional<Named> inName = Input.inName(file);
                Optional<Named> environment = inName.isPresent() ? inName : compose.environment();
                envFiles.put(real(file), new Input(file, Input.Kind.ENV_FILE, environment));
            }
        }

        private static Path real(Path file) {
            try {
                return file.toRealPath();
            } catch (IOException missing) {
                return file.toAbsolutePath().normalize();
            }
        }
    }
}
