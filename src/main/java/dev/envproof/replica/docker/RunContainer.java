package dev.envproof.replica.docker;

import static org.awaitility.Awaitility.await;

import dev.envproof.replica.ReplicaException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.awaitility.core.ConditionTimeoutException;

/** One container of a run, from its making to its end. */
final class RunContainer implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration POLL = Duration.ofMillis(40);
    private static final int LINES = 20;
    private static final int MOST_TRIES = 5;

    private final ContainerEngine engine;
    private final ContainerPlan plan;
    private volatile Optional<String> id = Optional.empty();
    private volatile Optional<Integer> port = Optional.empty();

    RunContainer(ContainerEngine engine, ContainerPlan plan) {
        this.engine = engine;
        this.plan = plan;
    }

    /** @param networks more networks that it is on from the start, by id, with its names there */
    void start(List<Joined> networks) {
        boolean started = false;
        for (int tries = 1; !started; tries++) {
            started = tried(networks, tries < MOST_TRIES);
        }
    }

    /** Whether it started; another program may have taken the chosen port meanwhile. */
    private boolean tried(List<Joined> networks, boolean again) {
        ContainerPlan chosen = plan.publishesSomewhere();
        String made = engine.create(chosen);
        id = Optional.of(made);
        try {
            networks.forEach(network -> engine.connect(network.id(), made, network.aliases()));
            engine.start(made);
            port = chosen.port().map(ContainerPlan.Published::at);
            return true;
        } catch (ReplicaException refused) {
            if (again && !chosen.equals(plan) && EngineFailure.isPortTaken(refused)) {
                close();
                return false;
            }
            throw refused;
        }
    }

    /** A network that a container is on. */
    record Joined(String id, List<String> aliases) {}

    /**
     * Returns when it answers.
     *
     * @param secrets that its log may hold, and no message may
     * @throws ReplicaException where it ends before, or does not answer in time; the end of its log is told
     */
    void awaitAnswer(BooleanSupplier answers, List<String> secrets) {
        try {
            await().pollInSameThread()
                    .pollDelay(Duration.ZERO)
                    .pollInterval(POLL)
                    .atMost(PATIENCE)
                    .until(() -> answers.getAsBoolean() || hasEnded());
        } catch (ConditionTimeoutException late) {
            throw failure("did not answer in " + PATIENCE.toSeconds() + " s", secrets);
        }
        Optional<Long> code = engine.exitCode(id());
        if (code.isPresent()) {
            throw failure("ended at once, with exit code " + code.get(), secrets);
        }
    }

    private boolean hasEnded() {
        return engine.exitCode(id()).isPresent();
    }

    private ReplicaException failure(String what, List<String> secrets) {
        List<String> lines = engine.lastLines(id(), LINES);
        String log = Hidden.in(String.join("\n    ", lines), secrets);
        return new ReplicaException(plan.part() + ", from the image " + plan.image() + ", " + what
                + "; the last lines that it wrote:\n    " + (log.isBlank() ? "(none)" : log));
    }

    String id() {
        return id.orElseThrow(() -> new IllegalStateException(plan.part() + " has not been started"));
    }

    /** At this machine's 127.0.0.1. */
    int port() {
        return port.orElseThrow(() -> new IllegalStateException(plan.part() + " has not been started"));
    }

    @Override
    public void close() {
        id.ifPresent(engine::remove);
        id = Optional.empty();
    }
}
