package dev.envproof.replica.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.envproof.replica.ReplicaException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RunContainerTest {
    private static final String SECRET = "s3cr3t-of-this-run";

    @Test
    void a_container_that_ends_at_once_is_told_with_its_last_lines_and_without_secrets() {
        Ending engine = new Ending(
                List.of("key " + SECRET, "postgresql://app:hunter22@database/app", "FATAL: could not write"));
        RunContainer container = started(engine);
        assertThatThrownBy(() -> container.awaitAnswer(() -> false, List.of(SECRET)))
                .isInstanceOf(ReplicaException.class)
                .hasMessage("nginx public, from the image local/nginx:1, ended at once, with exit code 3;"
                        + " the last lines that it wrote:\n    key [redacted]\n"
                        + "    postgresql://app:[redacted]@database/app\n    FATAL: could not write");
    }

    @Test
    void a_chosen_port_that_is_taken_meanwhile_is_replaced_by_another() {
        Ending engine = new Ending(List.of());
        engine.refusals = 2;
        RunContainer container = started(engine);
        assertThat(engine.tried).hasSize(3).doesNotHaveDuplicates();
        assertThat(container.port()).isEqualTo(engine.tried.get(2));
        assertThat(engine.containers).hasSize(1);
    }

    private static RunContainer started(Ending engine) {
        ContainerPlan plan = ContainerPlan.of(
                        "run-nginx", "nginx public", "local/nginx:1", new RunLabels("run", "host").asMap(), "network")
                .publishes(80);
        RunContainer container = new RunContainer(engine, plan);
        container.start(List.of());
        return container;
    }

    /** Its containers end at once; the first ports are taken. */
    private static final class Ending extends KnownEngine {
        private final List<Integer> tried = new ArrayList<>();
        private final List<String> lines;
        private int refusals;

        Ending(List<String> lines) {
            super(Set.of(), Set.of());
            this.lines = lines;
        }

        @Override
        public String create(ContainerPlan plan) {
            tried.add(plan.port().orElseThrow().at());
            return super.create(plan);
        }

        @Override
        public void start(String container) {
            if (refusals > 0) {
                refusals--;
                throw EngineFailure.of("can't start", new IllegalStateException("port is already allocated"));
            }
        }

        @Override
        public Optional<Long> exitCode(String container) {
            return Optional.of(3L);
        }

        @Override
        public List<String> lastLines(String container, int most) {
            return lines;
        }
    }
}
