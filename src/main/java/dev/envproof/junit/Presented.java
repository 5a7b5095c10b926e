package dev.envproof.junit;

import dev.envproof.report.FindingText;
import dev.envproof.suite.Finding;
import java.util.Optional;
import org.opentest4j.AssertionFailedError;

/**
 * A finding as a JUnit argument.
 *
 * @param closesTheGate whether its test must fail
 * @param owner who answers for its rule, else for its waiver
 */
public record Presented(Finding finding, boolean closesTheGate, Optional<String> owner) {

    /** Fails with the finding's own text, where the suite's policy lets it close the gate. */
    public void require() {
        if (closesTheGate) {
            throw new AssertionFailedError(FindingText.of(finding));
        }
    }

    /** The test's display name: a sentence that names the environment. */
    @Override
    public String toString() {
        return finding.isHeld() || closesTheGate
                ? FindingText.sentence(finding)
                : FindingText.sentence(finding) + " (" + FindingText.word(finding) + ", does not close the gate)";
    }
}
