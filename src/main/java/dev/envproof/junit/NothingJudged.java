package dev.envproof.junit;

import org.opentest4j.AssertionFailedError;

/** A family without a single finding: green over nothing would be worse than no gate. */
final class NothingJudged extends AssertionFailedError {
    private static final long serialVersionUID = 1L;

    NothingJudged(String family) {
        super("no rule of the family " + family
                + " was judged for any environment: the suite leaves it out, or nothing it"
                + " needs is declared; see `not applicable` in reports/verdict.json, or leave this class out");
    }
}
