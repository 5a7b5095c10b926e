package dev.envproof.replica.docker;

import dev.envproof.replica.embedded.ControlledPart;
import dev.envproof.replica.embedded.PartMain;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A part of this program in a JRE container. */
final class PartContainer implements AutoCloseable {
    /** Whether the part's port (0x1F90) is listened to, in words that every image knows. */
    static final String LISTENS = "grep -q ':1F90 .* 0A ' /proc/net/tcp /proc/net/tcp6";

    private static final String PROGRAM = "/opt/envproof";
    private static final String CONTROL = "/run/envproof";
    private static final List<String> SMALL_AND_QUICK = List.of(
            "java",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-XX:-UsePerfData",
            "-Xshare:auto",
            "-Dsun.net.inetaddr.ttl=0", // a container that is made anew has another address, and its old one another
            "-Dsun.net.inetaddr.negative.ttl=0",
            "-Xss512k",
            "-Xmx64m");

    private final DockerRun run;
    private final RunContainer container;
    private Optional<ControlledPart> part = Optional.empty();

    /** @param what the part, as {@link PartMain} takes it */
    PartContainer(DockerRun run, ContainerPlan plan, String... what) {
        this.run = run;
        List<String> command = new ArrayList<>(SMALL_AND_QUICK);
        command.addAll(List.of(
                "-cp", PROGRAM + "/" + PartProgram.JAR, PartMain.class.getName(), CONTROL + "/" + ControlKey.FILE));
        command.addAll(List.of(what));
        this.container = new RunContainer(
                run.engine(),
                plan.runs(command)
                        .reads(PROGRAM, run.program())
                        .reads(CONTROL, run.key().folder()));
    }

    /** Returns when it takes commands. */
    void start(String name, List<RunContainer.Joined> networks) {
        container.start(networks);
        URI url = URI.create("http://127.0.0.1:" + container.port() + "/");
        ControlledPart made = new ControlledPart(name, url, run.key().text());
        part = Optional.of(made);
        container.awaitAnswer(made::answers, List.of(run.key().text()));
    }

    ControlledPart part() {
        return part.orElseThrow(() -> new IllegalStateException("the part has not been started"));
    }

    String id() {
        return container.id();
    }

    int port() {
        return container.port();
    }

    @Override
    public void close() {
        container.close();
    }
}
