package dev.envproof.replica.embedded;

import dev.envproof.environment.Environment;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.environment.Worker;
import dev.envproof.replica.Component;
import java.util.List;
import java.util.Optional;

/** One environment's worker and scheduler: started anew each time the replica shows something. */
final class WorkerPart implements Component {
    private final String environment;
    private final String worker;
    private List<? extends AutoCloseable> running = List.of();

    WorkerPart(String environment, String worker) {
        this.environment = environment;
        this.worker = worker;
    }

    @Override
    public String name() {
        return worker + " " + environment;
    }

    @Override
    public void start() {
        // it runs from the first show on, when its Redis is there
    }

    synchronized void show(Shape shape) {
        close();
        SystemUnderTest system = shape.system();
        Optional<Worker> declared = system.workers().stream()
                .filter(any -> any.name().equals(worker))
                .findFirst();
        Optional<Environment> home = system.environment(environment);
        if (declared.isPresent() && home.isPresent()) {
            running = new WorkerCrew(shape, declared.get(), home.get()).started();
        }
    }

    @Override
    public synchronized void close() {
        for (AutoCloseable part : running) {
            try {
                part.close();
            } catch (Exception failed) {
                throw new IllegalStateException(name() + " could not be stopped", failed);
            }
        }
        running = List.of();
    }
}
