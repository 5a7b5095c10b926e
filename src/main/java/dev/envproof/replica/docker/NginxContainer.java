package dev.envproof.replica.docker;

import static org.awaitility.Awaitility.await;

import dev.envproof.replica.ReplicaException;
import dev.envproof.replica.embedded.EdgePart;
import dev.envproof.replica.embedded.NginxConf;
import dev.envproof.replica.embedded.Shape;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.core.ConditionTimeoutException;

/** An nginx in a container on its edge's network; it shows what the files say that lie in a folder of the run. */
final class NginxContainer implements EdgePart {
    private static final int PORT = 8080;
    private static final String FOLDER = "/etc/envproof";
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String NOTHING_YET = """
            daemon off;
            pid nginx.pid;
            events {
            }
            http {
                client_body_temp_path client_body;
                proxy_temp_path proxy;
                fastcgi_temp_path fastcgi;
                uwsgi_temp_path uwsgi;
                scgi_temp_path scgi;
                server {
                    listen %d;
                    return 503;
                }
            }
            """.formatted(PORT);

    private final DockerRun run;
    private final String edge;
    private final Path folder;
    private final AtomicInteger series = new AtomicInteger();
    private volatile Optional<RunContainer> container = Optional.empty();

    NginxContainer(DockerRun run, String edge) {
        this.run = run;
        this.edge = edge;
        this.folder = run.made("nginx/" + edge);
    }

    @Override
    public String name() {
        return "edge " + edge;
    }

    static String on(String edge) {
        return edge + "-nginx";
    }

    @Override
    public void start() {
        writeFirst();
        ContainerPlan plan = run.plan(on(edge), name(), Image.Role.NGINX, DockerRun.edge(edge))
                .called("nginx")
                .writes(FOLDER, folder)
                .keepsInMemory(FOLDER + "/client_body")
                .keepsInMemory(FOLDER + "/proxy")
                .runs(List.of("nginx", "-p", FOLDER, "-c", "nginx.conf", "-e", "stderr"))
                .publishes(PORT);
        RunContainer made = new RunContainer(run.engine(), plan);
        container = Optional.of(made);
        made.start(List.of());
        made.awaitAnswer(() -> listens(made.port()), List.of());
    }

    private void writeFirst() {
        try {
            Files.writeString(folder.resolve("nginx.conf"), NOTHING_YET, StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new ReplicaException(name() + " can't be configured: " + failed, failed);
        }
    }

    /** A published port takes connections before anything listens behind it: only an answer counts. */
    private static boolean listens(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(1_000);
            socket.getOutputStream().write("GET / HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            return socket.getInputStream().read() >= 0;
        } catch (IOException notYet) {
            return false;
        }
    }

    private RunContainer container() {
        return container.orElseThrow(() -> new IllegalStateException(name() + " has not been started"));
    }

    @Override
    public URI url() {
        return URI.create("http://127.0.0.1:" + container().port() + "/");
    }

    /** Each time another series, so that what was counted before is forgotten. */
    @Override
    public NginxConf.Place place() {
        return new NginxConf.Place(String.valueOf(PORT), Optional.of("root"), series.incrementAndGet());
    }

    /** Returns when its new workers answer and no old one takes connections any more. */
    @Override
    public void show(Shape inside) {
        List<String> before = workers();
        run.engine().signal(container().id(), "HUP");
        try {
            await().pollInSameThread()
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(30))
                    .atMost(PATIENCE)
                    .until(() -> isRelieved(before));
        } catch (ConditionTimeoutException kept) {
            throw new ReplicaException(name()
                    + " did not take its new configuration; the last lines that it wrote:\n    "
                    + String.join("\n    ", run.engine().lastLines(container().id(), 20)));
        }
    }

    private boolean isRelieved(List<String> before) {
        List<String> now = workers();
        return !now.isEmpty() && now.stream().noneMatch(before::contains);
    }

    /** Ids of those that take connections. */
    private List<String> workers() {
        return run.engine().processes(container().id()).stream()
                .filter(line -> line.endsWith("nginx: worker process"))
                .map(line -> line.strip().split(" ", 2)[0])
                .toList();
    }

    @Override
    public void close() {
        container.ifPresent(RunContainer::close);
    }
}
