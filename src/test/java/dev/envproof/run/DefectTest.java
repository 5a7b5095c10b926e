package dev.envproof.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DefectTest {

    @Test
    void tells_classes_and_frames_but_no_message() {
        Throwable failure =
                new IllegalStateException("made-up-secret", new IllegalArgumentException("another-made-up-secret"));
        assertThat(Defect.lines(failure))
                .contains("java.lang.IllegalStateException", "java.lang.IllegalArgumentException")
                .anyMatch(line -> line.contains("DefectTest"))
                .noneMatch(line -> line.contains("made-up-secret"));
    }
}
