package dev.envproof.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.envproof.environment.Environment;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.environment.Target;
import dev.envproof.probe.Lookout;
import dev.envproof.probe.Probe;
import dev.envproof.probe.Seen;
import dev.envproof.probe.health.HealthProbe;
import dev.envproof.rule.Card;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Severity;
import dev.envproof.rule.Verdict;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExtensionsTest {
    @TempDir
    Path folder;

    @Test
    void a_rule_and_a_probe_of_another_project_join_the_built_in_ones() throws IOException {
        Extensions found = found(List.of(Fits.class), List.of(Weather.class));
        assertThat(found.rules()).hasSize(Rules.builtIn().size() + 1).last().isInstanceOf(Fits.class);
        assertThat(found.probes()).hasSize(Probes.builtIn().size() + 1).last().isInstanceOf(Weather.class);
    }

    @Test
    void nothing_is_added_where_no_file_names_anything() {
        assertThat(Rules.all()).hasSameSizeAs(Rules.builtIn());
        assertThat(Probes.all()).hasSameSizeAs(Probes.builtIn());
    }

    @Test
    void refuses_a_class_that_is_not_there() throws IOException {
        services(Rule.class, "shop.Nowhere");
        assertThatThrownBy(this::found)
                .isInstanceOf(BadExtension.class)
                .hasMessage(
                        "META-INF/services/dev.envproof.rule.Rule: Provider shop.Nowhere not found; accepted: a line"
                                + " with the name of a public class that has a public constructor without parameters");
    }

    @Test
    void refuses_a_class_whose_constructor_fails_and_says_how() throws IOException {
        assertThatThrownBy(() -> found(List.of(Explodes.class), List.of()))
                .isInstanceOf(BadExtension.class)
                .hasMessageContaining("Explodes could not be instantiated (java.lang.IllegalStateException: no price)");
    }

    @Test
    void refuses_an_id_that_a_built_in_rule_has() throws IOException {
        assertThatThrownBy(() -> found(List.of(Takes.class), List.of()))
                .hasMessage(Takes.class.getName() + ": the id health/health-is-told is taken by"
                        + " dev.envproof.rule.health.HealthIsTold; accepted: one that no other class has");
    }

    @Test
    void tells_every_complaint_at_once() throws IOException {
        assertThatThrownBy(() ->
                        found(List.of(NoCard.class, OddId.class, Blank.class, Unsaid.class, Fits.class), List.of()))
                .message()
                .satisfies(message -> assertThat(message.lines())
                        .containsExactly(
                                NoCard.class.getName() + ": no @Card; accepted: a rule's class with its card on it",
                                OddId.class.getName() + ": the id `Odd`; accepted: as cors/foreign-origin-is-refused",
                                Blank.class.getName()
                                        + ": a blank text on the card; accepted: says, because and remedy as sentences",
                                Unsaid.class.getName()
                                        + ": does not tell what it judges; accepted: `implements"
                                        + " Rule.OfEnvironment<...>` or `Rule.OfPair<...>` with a type of Seen",
                                Fits.class.getName() + ": no probe sees " + Weather.Sky.class.getName()
                                        + "; accepted: what a built-in probe sees, or a probe of your own in"
                                        + " META-INF/services/dev.envproof.probe.Probe"));
    }

    private Extensions found(List<Class<?>> rules, List<Class<?>> probes) throws IOException {
        services(Rule.class, rules.stream().map(Class::getName).toArray(String[]::new));
        services(Probe.class, probes.stream().map(Class::getName).toArray(String[]::new));
        return found();
    }

    private Extensions found() throws IOException {
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {folder.toUri().toURL()}, getClass().getClassLoader())) {
            return Extensions.of(loader);
        }
    }

    private void services(Class<?> kind, String... names) throws IOException {
        Path file = folder.resolve("META-INF/services").resolve(kind.getName());
        Files.createDirectories(file.getParent());
        Files.write(file, List.of(names));
    }

    /** A probe of another project. */
    public static final class Weather implements Probe<Weather.Sky> {
        /** What it sees. */
        public record Sky(String colour) implements Seen {}

        @Override
        public Class<Sky> sees() {
            return Sky.class;
        }

        @Override
        public Sky look(Target target, Lookout lookout) {
            return new Sky("blue");
        }
    }

    /** A rule of another project. */
    @Card(
            id = "weather/sky-is-blue",
            says = "the sky is blue",
            severity = Severity.LOW,
            because = "rain keeps customers away",
            remedy = "wait",
            requires = {},
            trippedBy = {},
            verifies = {})
    public static final class Fits implements Rule.OfEnvironment<Weather.Sky> {
        @Override
        public Verdict judge(SystemUnderTest system, Environment environment, Weather.Sky seen) {
            return Verdict.held(seen.colour());
        }
    }

    /** Any. */
    public abstract static class Any implements Rule.OfEnvironment<HealthProbe.Seen> {
        @Override
        public Verdict judge(SystemUnderTest system, Environment environment, HealthProbe.Seen seen) {
            return Verdict.held("anything");
        }
    }

    public static final class Explodes extends Any {
        public Explodes() {
            throw new IllegalStateException("no price");
        }
    }

    @Card(
            id = "health/health-is-told",
            says = "a",
            severity = Severity.LOW,
            because = "b",
            remedy = "c",
            requires = {},
            trippedBy = {},
            verifies = {})
    public static final class Takes extends Any implements Rule.OfEnvironment<HealthProbe.Seen> {}

    public static final class NoCard extends Any implements Rule.OfEnvironment<HealthProbe.Seen> {}

    @Card(
            id = "Odd",
            says = "a",
            severity = Severity.LOW,
            because = "b",
            remedy = "c",
            requires = {},
            trippedBy = {},
            verifies = {})
    public static final class OddId extends Any implements Rule.OfEnvironment<HealthProbe.Seen> {}

    @Card(
            id = "odd/blank",
            says = " ",
            severity = Severity.LOW,
            because = "b",
            remedy = "c",
            requires = {},
            trippedBy = {},
            verifies = {})
    public static final class Blank extends Any implements Rule.OfEnvironment<HealthProbe.Seen> {}

    @Card(
            id = "odd/unsaid",
            says = "a",
            severity = Severity.LOW,
            because = "b",
            remedy = "c",
            requires = {},
            trippedBy = {},
            verifies = {})
    public static final class Unsaid extends Any {}
}
