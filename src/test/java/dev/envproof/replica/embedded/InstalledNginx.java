package dev.envproof.replica.embedded;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The distribution's nginx as an edge, in a folder of its own. */
final class InstalledNginx implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final String edge;
    private final Path folder;
    private final int port = ServerPort.free();
    private final InstalledProgram nginx;
    private Optional<Process> master = Optional.empty();
    private int series;

    /** @param folder a folder of its own */
    InstalledNginx(String edge, Path folder) {
        this.edge = edge;
        this.folder = folder;
        this.nginx = program(folder);
    }

    /** @throws dev.envproof.replica.ReplicaException where nginx would not start with it */
    static void check(Path conf) {
        Path folder = conf.resolveSibling("");
        program(folder).run(List.of(), arguments(folder, "-t"));
    }

    private static InstalledProgram program(Path folder) {
        return InstalledProgram.found(
                "/usr/sbin/nginx", "nginx-light", folder.resolveSibling(folder.getFileName() + ".log"));
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + port + "/");
    }

    Path conf() {
        return folder.resolve(NginxConf.FILE);
    }

    /** Writes its files and starts it, or reloads it; returns when nothing but the new configuration answers. */
    void show(Shape shape, Map<String, URI> services) {
        Optional<String> worker =
                "root".equals(System.getProperty("user.name")) ? Optional.of("root") : Optional.empty();
        NginxConf.Place place = new NginxConf.Place(url().getAuthority(), worker, ++series);
        NginxFiles.write(folder, new NginxConf(edge, place, services).files(shape));
        if (master.isEmpty()) {
            nginx.run(List.of(), arguments(folder, "-t"));
            AtExit.close(this);
            master = Optional.of(nginx.start(List.of(), arguments(folder)));
            await("nginx " + edge)
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(20))
                    .until(this::isListening);
        } else {
            reload(master.get());
        }
    }

    private void reload(Process running) {
        Set<Long> before = workers(running);
        nginx.run(List.of(), arguments(folder, "-s", "reload"));
        await("nginx " + edge + " reloads")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> hasFreshWorkers(running, before));
    }

    private boolean hasFreshWorkers(Process running, Set<Long> before) {
        if (!running.isAlive()) {
            throw nginx.failed("ended");
        }
        Set<Long> now = workers(running);
        return !now.isEmpty() && now.stream().noneMatch(before::contains);
    }

    private static Set<Long> workers(Process running) {
        return running.children().map(ProcessHandle::pid).collect(Collectors.toSet());
    }

    private static List<String> arguments(Path folder, String... more) {
        return Stream.concat(
                        Stream.of("-p", folder.toString(), "-c", NginxConf.FILE, "-e", "stderr"), Arrays.stream(more))
                .toList();
    }

    private boolean isListening() {
        if (master.filter(Process::isAlive).isEmpty()) {
            throw nginx.failed("ended");
        }
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public void close() {
        master.ifPresent(running -> InstalledProgram.end(running, "TERM"));
        master = Optional.empty();
        AtExit.forget(this);
    }
}
