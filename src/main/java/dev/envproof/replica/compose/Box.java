package dev.envproof.replica.compose;

import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.model.ContainerNetwork;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.Ports;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A container of a project, as far as starting it goes.
 *
 * @param service the Compose service that it is an instance of
 * @param status of the container: running, restarting, exited
 * @param health of its check; empty where it has none
 * @param published by port of the container, where this machine passes it on
 * @param addresses that it has in its networks
 */
record Box(
        String id,
        String service,
        String status,
        long exitCode,
        Optional<String> health,
        Map<String, String> variables,
        Map<Integer, Place> published,
        List<String> addresses) {

    /** Where something listens. */
    record Place(String host, int port) {
        @Override
        public String toString() {
            return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
        }
    }

    static Box of(InspectContainerResponse told) {
        InspectContainerResponse.ContainerState state = told.getState();
        Map<String, String> labels =
                Optional.ofNullable(told.getConfig().getLabels()).orElse(Map.of());
        return new Box(
                told.getId(),
                labels.getOrDefault("com.docker.compose.service", ""),
                String.valueOf(state.getStatus()),
                Optional.ofNullable(state.getExitCodeLong()).orElse(0L),
                Optional.ofNullable(state.getHealth()).map(health -> String.valueOf(health.getStatus())),
                variables(told.getConfig().getEnv()),
                published(told.getNetworkSettings().getPorts()),
                addresses(told));
    }

    boolean isRunning() {
        return status.equals("running");
    }

    boolean isReady() {
        return isRunning() && health.map("healthy"::equals).orElse(true) || isDone();
    }

    /** Something that was meant to end, such as a migration. */
    boolean isDone() {
        return status.equals("exited") && exitCode == 0;
    }

    /** Why it will never be ready. */
    Optional<String> failure() {
        if (status.equals("exited") && exitCode != 0) {
            return Optional.of("exited with code " + exitCode);
        }
        if (status.equals("restarting") || status.equals("dead")) {
            return Optional.of("keeps ending, last with code " + exitCode);
        }
        return health.filter("unhealthy"::equals).map(unhealthy -> "runs but its health check fails");
    }

    /** Where this machine reaches a port of it: as published, else at the container itself. */
    Optional<Place> place(int port) {
        return Optional.ofNullable(published.get(port))
                .or(() -> addresses.stream().findFirst().map(address -> new Place(address, port)));
    }

    private static Map<String, String> variables(String @org.jspecify.annotations.Nullable [] lines) {
        Map<String, String> variables = new HashMap<>();
        Stream.ofNullable(lines)
                .flatMap(Arrays::stream)
                .map(line -> line.split("=", 2))
                .filter(parts -> parts.length == 2)
                .forEach(parts -> variables.put(parts[0], parts[1]));
        return variables;
    }

    private static Map<Integer, Place> published(Ports ports) {
        Map<Integer, Place> published = new HashMap<>();
        for (Map.Entry<ExposedPort, Ports.Binding[]> port : ports.getBindings().entrySet()) {
            Stream.ofNullable(port.getValue())
                    .flatMap(Arrays::stream)
                    .findFirst()
                    .ifPresent(binding -> published.put(port.getKey().getPort(), place(binding)));
        }
        return published;
    }

    private static Place place(Ports.Binding binding) {
        String host = String.valueOf(binding.getHostIp());
        boolean isEvery = host.isEmpty() || host.equals("null") || host.equals("0.0.0.0") || host.equals("::");
        return new Place(isEvery ? "127.0.0.1" : host, Integer.parseInt(binding.getHostPortSpec()));
    }

    private static List<String> addresses(InspectContainerResponse told) {
        return told.getNetworkSettings().getNetworks().values().stream()
                .map(ContainerNetwork::getIpAddress)
                .map(String::valueOf)
                .filter(address -> !address.isEmpty() && !address.equals("null"))
                .toList();
    }
}
