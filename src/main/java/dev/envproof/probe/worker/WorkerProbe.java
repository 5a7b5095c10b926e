package dev.envproof.probe.worker;

import dev.envproof.environment.Target;
import dev.envproof.probe.Lookout;
import dev.envproof.probe.Probe;
import java.util.List;
import java.util.Optional;

/** Queues canary jobs where the file allows it, follows them at home and at every sibling, and looks at the queues. */
public final class WorkerProbe implements Probe<WorkerProbe.Seen> {

    /** One per declared worker. */
    public record Seen(List<Crew> crews) implements dev.envproof.probe.Seen {
        public Seen {
            crews = List.copyOf(crews);
        }

        public Optional<Crew> crew(String worker) {
            return crews.stream()
                    .filter(crew -> crew.worker().name().equals(worker))
                    .findFirst();
        }
    }

    @Override
    public Class<Seen> sees() {
        return Seen.class;
    }

    @Override
    public Seen look(Target target, Lookout lookout) {
        return new Seen(target.system().workers().stream()
                .map(worker -> new CrewLook(target, worker, lookout).look())
                .toList());
    }
}
