package dev.envproof.replica.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.AccessMode;
import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.HealthCheck;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.LogConfig;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports;
import com.github.dockerjava.api.model.Volume;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A plan in the words of the engine's client. */
final class Creation {
    private static final Duration EVERY = Duration.ofSeconds(30);

    private Creation() {}

    static CreateContainerCmd of(DockerClient client, ContainerPlan plan) {
        CreateContainerCmd command = client.createContainerCmd(plan.image())
                .withName(plan.name())
                .withLabels(plan.labels())
                .withEnv(variables(plan.running().variables()))
                .withAliases(plan.place().aliases())
                .withHostConfig(host(plan));
        plan.healthCheck().map(Creation::healthCheck).ifPresent(command::withHealthcheck);
        plan.port().map(port -> ExposedPort.tcp(port.inner())).ifPresent(command::withExposedPorts);
        plan.running().user().ifPresent(command::withUser);
        List<String> words = plan.running().command();
        return words.isEmpty() ? command : command.withCmd(words);
    }

    private static List<String> variables(Map<String, String> variables) {
        return variables.entrySet().stream()
                .map(variable -> variable.getKey() + "=" + variable.getValue())
                .toList();
    }

    private static HostConfig host(ContainerPlan plan) {
        return HostConfig.newHostConfig()
                .withNetworkMode(plan.place().network())
                .withLogConfig(new LogConfig(LogConfig.LoggingType.JSON_FILE, Map.of("max-size", "1m")))
                .withBinds(plan.storage().mounts().entrySet().stream()
                        .map(entry -> bind(entry.getKey(), entry.getValue()))
                        .toList())
                .withTmpFs(plan.storage().memory().stream()
                        .collect(Collectors.toMap(path -> path, path -> "rw,mode=1777")))
                .withPortBindings(plan.port().map(Creation::binding).stream().toList());
    }

    private static Bind bind(String path, ContainerPlan.Mounted mounted) {
        return new Bind(mounted.source(), new Volume(path), mounted.isWritable() ? AccessMode.rw : AccessMode.ro);
    }

    private static PortBinding binding(ContainerPlan.Published port) {
        Ports.Binding binding = port.at() == 0
                ? Ports.Binding.bindIp(port.address())
                : Ports.Binding.bindIpAndPort(port.address(), port.at());
        return new PortBinding(binding, ExposedPort.tcp(port.inner()));
    }

    /** Seldom: the run itself asks all the time, and each check costs as much as a process. */
    private static HealthCheck healthCheck(String shellCommand) {
        return new HealthCheck()
                .withTest(List.of("CMD-SHELL", shellCommand))
                .withInterval(EVERY.toNanos())
                .withTimeout(EVERY.toNanos());
    }
}
