package dev.envproof.probe.inspect;

import dev.envproof.environment.NamedEngine;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where this machine's Docker engine listens: where the user says, else the first socket that is there.
 *
 * @param socket in the file system; without one, {@code http} is really the host
 */
record EngineAddress(Optional<Path> socket, String http) {
    private static final String ACCEPTED = "; accepted: unix:///var/run/docker.sock, tcp://localhost:2375";

    /** @throws EngineFailure where there is no sign of an engine, or none that can be asked */
    static EngineAddress of(Map<String, String> variables, Path root, Path home) {
        Optional<NamedEngine> named = NamedEngine.of(variables, home);
        if (named.isPresent()) {
            return of(named.get());
        }
        Path first = root.resolve("var/run/docker.sock");
        return Stream.of(
                        Optional.of(first),
                        Optional.ofNullable(variables.get("XDG_RUNTIME_DIR"))
                                .map(folder -> Path.of(folder, "docker.sock")),
                        Optional.of(home.resolve(".docker/run/docker.sock")),
                        Optional.of(home.resolve(".docker/desktop/docker.sock")))
                .flatMap(Optional::stream)
                .filter(Files::exists)
                .findFirst()
                .map(EngineAddress::at)
                .orElseThrow(() -> new EngineFailure(
                        "resolve: there is no Docker engine at " + first + ", and DOCKER_HOST is not set"));
    }

    static EngineAddress at(Path socket) {
        return new EngineAddress(Optional.of(socket), "http://docker");
    }

    private static EngineAddress of(NamedEngine named) {
        String by = named.by().replaceAll("=.*", "");
        URI url = url(
                by,
                named.host()
                        .orElseThrow(() -> new EngineFailure("resolve: " + by + " names no context that is there")));
        if ("unix".equals(url.getScheme()) && url.getPath() != null) {
            return at(Path.of(url.getPath()));
        }
        if ("tcp".equals(url.getScheme()) && url.getHost() != null) {
            return new EngineAddress(Optional.empty(), "http://" + url.getRawAuthority());
        }
        throw new EngineFailure("resolve: " + by + " names no engine that can be asked" + ACCEPTED);
    }

    private static URI url(String by, String declared) {
        try {
            return URI.create(declared);
        } catch (IllegalArgumentException notAUrl) {
            throw new EngineFailure("resolve: " + by + " is no URL" + ACCEPTED);
        }
    }

    @Override
    public String toString() {
        return socket.map(Path::toString).orElse(http);
    }
}
