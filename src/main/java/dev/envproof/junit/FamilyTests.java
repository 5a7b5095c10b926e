package dev.envproof.junit;

import dev.envproof.suite.Subject;
import org.junit.jupiter.params.Parameter;

/** What the suites share: one class invocation a subject, one test a rule. */
public abstract class FamilyTests {
    /** Injected by JUnit before the tests run. */
    @Parameter
    protected Subject subject = Subject.of("none");

    @EveryRule
    void holds(Presented finding) {
        finding.require();
    }
}
