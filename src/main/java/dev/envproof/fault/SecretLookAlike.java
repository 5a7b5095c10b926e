package dev.envproof.fault;

/** A healthy use of secrets that resembles a fault. */
public enum SecretLookAlike implements Harmless {
    SECRETS_TOKEN_KEY_ROTATING(
            ReferenceSystem.CURRICULUM_EXTRACTOR,
            Fault.SECRETS_TOKEN_KEY_RANDOM,
            "during a rotation staging accepts tokens of the old and of the new secret"),
    SECRETS_TOKEN_SUBJECT_UNKNOWN(
            ReferenceSystem.CURRICULUM_EXTRACTOR,
            Fault.SECRETS_TOKEN_KEY_RANDOM,
            "a token is believed, but its subject is no user: 404"),
    SECRETS_TOKEN_REFUSED_WITH_403(
            ReferenceSystem.CURRICULUM_EXTRACTOR,
            Fault.SECRETS_TOKEN_OF_SIBLING_ACCEPTED,
            "a token of another environment is refused with 403 in place of 401"),
    SECRETS_URL_PASSWORD_ENCODED(
            ReferenceSystem.EVENT_API,
            Fault.SECRETS_URL_PARTS_DISAGREE,
            "the password is percent-encoded in the URL, and plain in its own variable");

    private final ReferenceSystem system;
    private final Fault resembles;
    private final String says;

    SecretLookAlike(ReferenceSystem system, Fault resembles, String says) {
        this.system = system;
        this.resembles = resembles;
        this.says = says;
    }

    @Override
    public String id() {
        return Deviation.id(this);
    }

    @Override
    public ReferenceSystem system() {
        return system;
    }

    @Override
    public Fault resembles() {
        return resembles;
    }

    @Override
    public String says() {
        return says;
    }
}
