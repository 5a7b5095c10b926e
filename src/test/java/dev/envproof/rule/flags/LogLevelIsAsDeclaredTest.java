package dev.envproof.rule.flags;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envproof.environment.Environments;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.probe.flags.LogLevelProbe;
import dev.envproof.probe.flags.LogLevelProbe.Lines;
import dev.envproof.rule.Verdict;
import dev.envproof.rule.Verdict.Broken;
import dev.envproof.rule.Verdict.Held;
import dev.envproof.rule.Verdict.Inconclusive;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LogLevelIsAsDeclaredTest {
    private static final SystemUnderTest SYSTEM =
            Environments.load(Path.of("environments", "job-platform"), Map.of(), Map.of());

    @Test
    void a_debug_line_is_broken_where_info_is_declared_and_held_where_debug_is() {
        assertThat(judge("production", lines("info", "DEBUG"))).isInstanceOf(Broken.class);
        assertThat(judge("development", lines("info", "DEBUG"))).isInstanceOf(Held.class);
    }

    @Test
    void levels_are_known_by_the_names_and_numbers_of_several_loggers() {
        assertThat(judge("production", lines("20"))).isInstanceOf(Broken.class);
        assertThat(judge("production", lines("Trace"))).isInstanceOf(Broken.class);
        assertThat(judge("production", lines("Information", "WARNING", "40"))).isInstanceOf(Held.class);
        assertThat(judge("production", lines("dbg"))).isInstanceOf(Broken.class);
        assertThat(judge("production", lines("FINER"))).isInstanceOf(Broken.class);
        assertThat(judge("production", lines("7"))).isInstanceOf(Broken.class);
        assertThat(judge("production", lines("100"))).isInstanceOf(Broken.class);
        assertThat(judge("production", lines("inf", "6", "200", "CONFIG", "W"))).isInstanceOf(Held.class);
    }

    @Test
    void a_level_that_no_known_logger_writes_is_not_taken_for_a_quiet_one() {
        assertThat(judge("production", lines("info", "chatty"))).isInstanceOf(Inconclusive.class);
        assertThat(judge("production", lines("debug", "chatty"))).isInstanceOf(Broken.class);
    }

    @Test
    void a_log_without_a_line_about_the_request_tells_nothing() {
        Lines none = new Lines("a", List.of(), Optional.of("no line"), Replies.OK);

        assertThat(judge("production", none)).isInstanceOf(Inconclusive.class);
        assertThat(judge("production", lines())).isInstanceOf(Inconclusive.class);
    }

    private static Lines lines(String... levels) {
        return new Lines("a", List.of(levels), Optional.empty(), Replies.OK);
    }

    private static Verdict judge(String environment, Lines lines) {
        return new LogLevelIsAsDeclared()
                .judge(SYSTEM, SYSTEM.environment(environment).orElseThrow(), new LogLevelProbe.Seen(List.of(lines)));
    }
}
