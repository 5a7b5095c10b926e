package dev.envproof.fault;

import java.util.Map;

/** A declared or meaningless difference between environments that resembles drift. */
public enum ParityLookAlike implements Harmless {
    PARITY_OPTIONAL_VARIABLE_MISSING(
            ReferenceSystem.INSURANCE_NAVIGATOR,
            Fault.PARITY_VARIABLE_MISSING,
            "staging lacks a variable that the contract calls optional"),
    PARITY_NEW_VARIABLE_NAMED(
            ReferenceSystem.INSURANCE_NAVIGATOR,
            Fault.PARITY_VARIABLE_UNKNOWN,
            "staging is given a new variable, which the contract names as optional",
            "system.parity.variables.FEATURE_TRIAL",
            "{ compare: exempt, optional: true }"),
    PARITY_VALUE_WRITTEN_OTHERWISE(
            ReferenceSystem.INSURANCE_NAVIGATOR,
            Fault.PARITY_VALUE_DIFFERS,
            "staging writes the same time limit as 30s, the same number in quotes, the same flag in capitals"),
    PARITY_LIST_IN_ANOTHER_ORDER(
            ReferenceSystem.CURRICULUM_EXTRACTOR,
            Fault.PARITY_VALUE_DIFFERS,
            "staging lists the same queues in another order, with blanks"),
    PARITY_LEVEL_DECLARED(
            ReferenceSystem.EVENT_API,
            Fault.PARITY_LEVEL_UNDECLARED,
            "production logs warnings only, as the contract declares",
            "system.parity.variables.LOG_LEVEL.in.production",
            "warn"),
    PARITY_MODE_DECLARED(
            ReferenceSystem.EVENT_API,
            Fault.PARITY_MODE_OF_DEVELOPERS,
            "staging runs what was built for developers, as the contract declares",
            "system.parity.variables.MIX_ENV.in.staging",
            "dev"),
    PARITY_ROLL_OUT_UNDER_WAY(
            ReferenceSystem.CURRICULUM_EXTRACTOR,
            Fault.PARITY_OLD_INSTANCE_LEFT,
            "one of production's instances still runs the build before, while a declared roll-out lasts",
            "system.parity.build.rolling-from",
            "{ production: v2.4.0 }"),
    PARITY_BUILD_OF_ANOTHER_COMMIT(
            ReferenceSystem.EVENT_API,
            Fault.PARITY_BUILD_IS_LATEST,
            "staging runs a build of another commit, named as declared"),
    PARITY_OTHER_TAG_SAME_IMAGE(
            ReferenceSystem.INSURANCE_NAVIGATOR,
            Fault.PARITY_OTHER_BUILD,
            "staging runs production's very image under another tag"),
    PARITY_ZONE_UNDER_ANOTHER_NAME(
            ReferenceSystem.INSURANCE_NAVIGATOR,
            Fault.PARITY_TIME_ZONE_DIFFERS,
            "staging's database keeps the zone Etc/UTC, production's keeps UTC"),
    PARITY_COLLATION_UNDER_ANOTHER_NAME(
            ReferenceSystem.INSURANCE_NAVIGATOR,
            Fault.PARITY_COLLATION_DIFFERS,
            "staging's database has the collation POSIX, production's has C"),
    PARITY_API_IN_OTHER_WORDS(
            ReferenceSystem.INSURANCE_NAVIGATOR,
            Fault.PARITY_API_DIFFERS,
            "staging's API description promises the same in other words and another order",
            Map.of("staging.api-documentation", "open", "production.api-documentation", "open"));

    private final ReferenceSystem system;
    private final Fault resembles;
    private final String says;
    private final Map<String, String> overlay;

    ParityLookAlike(ReferenceSystem system, Fault resembles, String says) {
        this(system, resembles, says, Map.of());
    }

    ParityLookAlike(ReferenceSystem system, Fault resembles, String says, String key, String value) {
        this(system, resembles, says, Map.of(key, value));
    }

    ParityLookAlike(ReferenceSystem system, Fault resembles, String says, Map<String, String> overlay) {
        this.system = system;
        this.resembles = resembles;
        this.says = says;
        this.overlay = overlay;
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

    @Override
    public Map<String, String> overlay() {
        return overlay;
    }
}
