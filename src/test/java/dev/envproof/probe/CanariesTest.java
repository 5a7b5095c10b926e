package dev.envproof.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.envproof.environment.Target;
import dev.envproof.environment.Target.Engine;
import dev.envproof.evidence.Redaction;
import dev.envproof.probe.Planted.Canary;
import dev.envproof.probe.Reply.NoAnswer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CanariesTest {
    private static final Redaction NOTHING = Redaction.of(List.of());

    @TempDir
    Path folder;

    private SampleServices services;

    @BeforeEach
    void start() throws IOException {
        services = new SampleServices();
    }

    @AfterEach
    void stop() {
        services.close();
    }

    @Test
    void plants_one_marker_per_path_that_the_file_allows_and_removes_them_when_closed() {
        Canaries canaries = plant(targets());
        assertThat(canaries.planted().canaries())
                .extracting(canary -> canary.environment() + " " + canary.path().name())
                .containsExactly("staging records", "staging objects");
        assertThat(services.kept("staging-store"))
                .containsExactlyInAnyOrderElementsOf(
                        canaries.planted().canaries().stream().map(Canary::id).toList());
        canaries.close();
        canaries.close();
        assertThat(services.kept("staging-store")).isEmpty();
        assertThat(canaries.leftBehind()).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void sends_no_write_to_a_read_only_environment() {
        plant(targets()).close();
        assertThat(services.requests).noneMatch(request -> request.matches("(POST|PUT|PATCH|DELETE) .* production"));
    }

    @Test
    void writes_nothing_where_it_would_land_in_a_read_only_siblings_store() {
        services.stores.put("staging", "production-store");
        try (Canaries canaries = plant(targets())) {
            assertThat(canaries.planted().canaries())
                    .hasSize(2)
                    .allSatisfy(canary -> assertThat(canary.written())
                            .asInstanceOf(InstanceOfAssertFactories.type(NoAnswer.class))
                            .extracting(NoAnswer::why, InstanceOfAssertFactories.STRING)
                            .contains("of production, which is read-only"));
        }
        assertThat(services.requests).noneMatch(request -> request.startsWith("POST"));
    }

    @Test
    void tells_which_canary_could_not_be_removed_and_remembers_it() {
        Canaries canaries = plant(targets());
        services.refuseRemoval();
        canaries.close();
        assertThat(canaries.leftBehind()).hasSize(2).allMatch(sentence -> sentence.contains("stayed in staging"));
        assertThat(folder).isNotEmptyDirectory();
    }

    @Test
    void the_next_run_removes_what_a_killed_one_left() throws Exception {
        Process killed = childThatPlants();
        try (InputStream said = killed.getInputStream()) {
            assertThat(new String(said.readNBytes(7), StandardCharsets.UTF_8)).isEqualTo("planted");
        }
        assertThat(services.kept("staging-store")).hasSize(2);
        assertThat(killed.destroyForcibly().waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(folder).isNotEmptyDirectory();

        plant(targets()).close();

        assertThat(services.kept("staging-store")).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void leaves_the_canaries_of_a_run_that_still_lives() {
        try (Canaries alive = plant(targets())) {
            plant(targets()).close();
            assertThat(services.kept("staging-store")).hasSize(2);
            assertThat(alive.planted().canaries()).hasSize(2);
        }
    }

    @Test
    void a_corrupt_page_is_reported_and_set_aside_for_later_runs() throws IOException {
        Files.writeString(folder.resolve("cut.json"), "{\"owner\":{");
        Files.writeString(folder.resolve("empty.json"), "{}");
        try (Canaries first = plant(targets())) {
            assertThat(first.leftBehind())
                    .hasSize(2)
                    .anySatisfy(sentence -> assertThat(sentence).contains("can't be read", "cut.json.broken"))
                    .anySatisfy(sentence -> assertThat(sentence).contains("empty.json.broken"));
        }
        try (Canaries second = plant(targets())) {
            assertThat(second.leftBehind()).isEmpty();
        }
        assertThat(folder.resolve("cut.json.broken")).exists();
    }

    @Test
    void a_page_that_a_parallel_run_removes_meanwhile_is_no_trouble() throws IOException {
        Files.createSymbolicLink(folder.resolve("gone.json"), folder.resolve("nowhere"));
        try (Canaries canaries = plant(targets())) {
            assertThat(canaries.leftBehind()).isEmpty();
        }
    }

    @Test
    void keeps_in_mind_what_another_target_holds_and_says_nothing_of_it() throws IOException {
        Path page = folder.resolve("other.json");
        Files.writeString(page, """
                {"owner": {"process": 0, "startedAtMillis": 0}, "entries": [{"environment": "staging",
                 "edge": "https://elsewhere.example:-1", "path": "records", "id": "made-up"}]}
                """);
        try (Canaries canaries = plant(targets())) {
            assertThat(canaries.leftBehind()).isEmpty();
        }
        assertThat(page).content().contains("elsewhere.example", "made-up");
    }

    @Test
    void a_write_that_was_refused_leaves_nothing_to_remove() {
        services.refuseWrites();
        services.refuseRemoval();
        Canaries canaries = plant(targets());
        canaries.close();
        assertThat(canaries.leftBehind()).isEmpty();
        assertThat(services.requests).noneMatch(request -> request.startsWith("DELETE"));
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void a_stopped_jvm_removes_its_canaries() throws Exception {
        Process stopped = childThatPlants();
        assertThat(new String(stopped.getInputStream().readNBytes(7), StandardCharsets.UTF_8))
                .isEqualTo("planted");
        stopped.destroy();
        assertThat(stopped.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(services.kept("staging-store")).isEmpty();
    }

    @Test
    void a_jvm_that_is_stopped_while_it_writes_removes_what_it_wrote() throws Exception {
        CountDownLatch held = services.holdWrites();
        Process stopped = childThatPlants();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> services.requests.stream().anyMatch(request -> request.startsWith("POST")));
        stopped.destroy();
        assertThat(stopped.waitFor(1, TimeUnit.SECONDS))
                .as("ended before its write was answered")
                .isFalse();
        held.countDown();
        assertThat(stopped.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(services.kept("staging-store")).isEmpty();
    }

    @Test
    void the_ledger_holds_no_secret() {
        try (Canaries canaries = plant(targets())) {
            assertThat(canaries.planted().canaries()).isNotEmpty();
            assertThat(ledger()).contains("staging").doesNotContain("made-up-access-key");
        }
    }

    private Canaries plant(List<Target> targets) {
        return Canaries.plant(targets, NOTHING, folder);
    }

    private List<Target> targets() {
        return targetsAt(services.edge());
    }

    private static List<Target> targetsAt(URI edge) {
        return SampleSystem.targets(edge, Engine.REMOTE, Map.of("STAGING_ACCESS_KEY", "made-up-access-key"));
    }

    private String ledger() {
        try (Stream<Path> files = Files.list(folder)) {
            return Files.readString(files.findFirst().orElseThrow(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Process childThatPlants() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CanariesTest.class.getName(),
                        services.edge().toString(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** Plants, says so and lives until it is ended. */
    public static void main(String[] arguments) throws IOException {
        Canaries.plant(targetsAt(URI.create(arguments[0])), NOTHING, Path.of(arguments[1]));
        System.out.print("planted");
        System.out.flush();
        System.in.read();
    }
}
