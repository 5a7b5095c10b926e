package dev.envproof.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envproof.fault.Deviation;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TurnTest {
    private static final List<Deviation> ALL = Deviation.all().toList();

    @Test
    void every_deviation_has_its_turn_once() {
        assertThat(Turn.of(ALL))
                .flatExtracting(turn -> Stream.concat(Stream.of(turn.first()), turn.then().stream())
                        .toList())
                .containsExactlyInAnyOrderElementsOf(ALL);
    }

    @Test
    void a_look_alike_follows_a_fault_as_long_as_there_are_both() {
        List<Deviation> faults = ALL.subList(0, 3);
        Deviation lookAlike = ALL.get(ALL.size() - 1);

        assertThat(Turn.of(Stream.concat(faults.stream(), Stream.of(lookAlike)).toList()))
                .extracting(Turn::toString)
                .containsExactly(
                        faults.get(0).id() + ", then " + lookAlike.id(),
                        faults.get(1).id(),
                        faults.get(2).id());
    }
}
