package dev.envproof.fault;

import java.util.Locale;

/** A system of the project's own {@code environments/}, whose replica shows deviations in the proof. */
public enum ReferenceSystem {
    JOB_PLATFORM,
    INSURANCE_NAVIGATOR,
    EVENT_API,
    CURRICULUM_EXTRACTOR,
    EXAM_PLATFORM;

    /** The name of its folder. */
    public String folder() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
