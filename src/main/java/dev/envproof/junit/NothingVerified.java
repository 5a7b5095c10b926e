package dev.envproof.junit;

/** Nothing was verified, for a reason that a user can mend; it carries no stack trace, which would hide the reason. */
final class NothingVerified extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NothingVerified(String reason) {
        super("nothing was verified: " + reason, null, false, false);
    }

    /** A family that the suite selects without a single finding: green over nothing would be worse than no gate. */
    static NothingVerified family(String family) {
        return new NothingVerified(
                "no rule of the family " + family
                        + " could be judged for any environment; reports/findings.json says under `notApplicable` what each needs");
    }
}
