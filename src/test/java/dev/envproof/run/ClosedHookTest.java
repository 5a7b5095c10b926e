package dev.envproof.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envproof.evidence.Redaction;
import dev.envproof.report.HookResult;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClosedHookTest {
    @Test
    void what_a_quick_command_said_is_never_lost() {
        ClosedHook hook = new ClosedHook("echo rolled back", Duration.ofSeconds(20));
        assertThat(IntStream.range(0, 60).mapToObj(time -> hook.run("{}", Redaction.of(List.of()))))
                .extracting(HookResult::output)
                .containsOnly("rolled back");
    }

    @Test
    void what_a_command_said_before_it_was_stopped_is_kept() {
        ClosedHook hook = new ClosedHook("echo begun; sleep 600", Duration.ofMillis(700));
        assertThat(hook.run("{}", Redaction.of(List.of())).output()).contains("stopped after 700 ms", "begun");
    }
}
