package dev.envproof.replica.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envproof.replica.Owner;
import dev.envproof.replica.ReplicaException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LeftoversTest {
    private static final String HERE = "boot-1/pid:[1]/ci";
    private static final Owner LIVE = new Owner(17, 1000);
    private final KnownEngine engine = KnownEngine.withImages();

    @Test
    void only_what_dead_runs_of_this_host_left_is_removed() {
        add("dead", new RunLabels("envproof-18-1000-abc", HERE).asMap());
        add("same process id, later process", new RunLabels("envproof-17-999-abc", HERE).asMap());
        add("live", new RunLabels("envproof-17-1000-abc", HERE).asMap());
        add("another host", new RunLabels("envproof-18-1000-abc", "boot-2/pid:[1]/ci").asMap());
        add("another user", new RunLabels("envproof-18-1000-abc", "boot-1/pid:[1]/dev").asMap());
        add("no run", Map.of(RunLabels.HOST, HERE));
        add("a run that is none", Map.of(RunLabels.HOST, HERE, RunLabels.RUN, "production"));
        add("a stranger", Map.of());
        Leftovers.sweep(engine, HERE, LIVE::equals);
        assertThat(List.of(engine.containers, engine.networks, engine.volumes))
                .allSatisfy(kept -> assertThat(kept)
                        .containsOnlyKeys(
                                "live", "another host", "another user", "no run", "a run that is none", "a stranger"));
    }

    @Test
    void what_is_busy_is_tried_again_and_what_appears_meanwhile_is_removed() {
        Map<String, String> dead = new RunLabels("envproof-18-1000-abc", HERE).asMap();
        KnownEngine busy = new KnownEngine(Set.of(), Set.of()) {
            private int tries;

            @Override
            public boolean removeNetwork(String network) {
                if (tries++ == 0) {
                    containers.put("late", new Labelled("late", dead));
                    throw new ReplicaException("network has active endpoints");
                }
                return super.removeNetwork(network);
            }
        };
        busy.networks.put("first", new Labelled("first", dead));
        Leftovers.sweep(busy, HERE, LIVE::equals);
        assertThat(busy.networks).isEmpty();
        assertThat(busy.containers).isEmpty();
    }

    @Test
    void this_process_counts_as_live() {
        Owner here = Owner.ofThisProcess();
        RunLabels labels = RunLabels.of(Path.of("scratch", here.folderName() + "-abc"));
        add("own", labels.asMap());
        Leftovers.sweep(engine);
        assertThat(engine.containers).containsOnlyKeys("own");
    }

    private void add(String id, Map<String, String> labels) {
        Labelled found = new Labelled(id, labels);
        engine.containers.put(id, found);
        engine.networks.put(id, found);
        engine.volumes.put(id, found);
    }
}
