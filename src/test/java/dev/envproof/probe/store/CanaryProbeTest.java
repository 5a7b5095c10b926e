package dev.envproof.probe.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envproof.environment.Target;
import dev.envproof.environment.Target.Engine;
import dev.envproof.evidence.Redaction;
import dev.envproof.probe.Canaries;
import dev.envproof.probe.Fingerprints;
import dev.envproof.probe.Lookout;
import dev.envproof.probe.Planted;
import dev.envproof.probe.SampleServices;
import dev.envproof.probe.SampleSystem;
import dev.envproof.probe.SocketWire;
import dev.envproof.probe.StoreIdentities;
import dev.envproof.probe.store.CanaryProbe.Look;
import dev.envproof.probe.store.CanaryProbe.Seen;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CanaryProbeTest {
    private static final Redaction NOTHING = Redaction.of(List.of());

    @TempDir
    private Path folder;

    private SampleServices services;
    private List<Target> targets;

    @BeforeEach
    void start() throws IOException {
        services = new SampleServices();
        targets = SampleSystem.targets(services.edge(), Engine.EMBEDDED, Map.of());
    }

    @AfterEach
    void stop() {
        services.close();
    }

    @Test
    void sees_canaries_at_home_and_not_next_door() {
        try (Canaries canaries = Canaries.plant(targets, NOTHING, folder)) {
            assertThat(presence(0, canaries.planted())).containsOnly(new Fact.Known<>(true));
            assertThat(presence(1, canaries.planted())).containsOnly(new Fact.Known<>(false));
        }
    }

    @Test
    void sees_canaries_next_door_where_the_store_is_shared() {
        try (Canaries canaries = Canaries.plant(targets, NOTHING, folder)) {
            services.stores.put("production", "staging-store");
            assertThat(presence(1, canaries.planted())).containsOnly(new Fact.Known<>(true));
        }
    }

    @Test
    void sees_canaries_that_arrive_next_door_a_moment_later() {
        try (Canaries canaries = Canaries.plant(targets, NOTHING, folder)) {
            CompletableFuture<Void> replication = CompletableFuture.runAsync(
                    () -> services.stores.put("production", "staging-store"),
                    CompletableFuture.delayedExecutor(300, TimeUnit.MILLISECONDS));
            assertThat(presence(1, canaries.planted())).containsOnly(new Fact.Known<>(true));
            assertThat(replication).isCompleted();
        }
    }

    @Test
    void knows_nothing_of_a_canary_that_was_not_written() {
        services.stores.put("staging", "production-store");
        try (Canaries canaries = Canaries.plant(targets, NOTHING, folder)) {
            assertThat(presence(1, canaries.planted())).hasOnlyElementsOfType(Fact.Unknown.class);
        }
    }

    @Test
    void tells_whose_store_each_service_answers_from() {
        Seen seen = look(0, new Planted(List.of()));
        assertThat(seen.served())
                .containsEntry("job-matcher/database", new Fact.Known<>("staging-store"))
                .containsEntry("resume-parser/storage", new Fact.Known<>("staging-store"));
        assertThat(seen.server("database")).isEmpty();
    }

    private List<Fact<Boolean>> presence(int target, Planted planted) {
        return look(target, planted).looks().stream().map(Look::isPresent).toList();
    }

    private Seen look(int target, Planted planted) {
        Lookout lookout = new Lookout(
                new SocketWire(NOTHING),
                NOTHING,
                new Fingerprints(),
                targets,
                new StoreIdentities(),
                planted,
                Duration.ofSeconds(30));
        return new CanaryProbe().look(targets.get(target), lookout);
    }
}
