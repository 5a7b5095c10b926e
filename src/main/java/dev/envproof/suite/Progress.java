package dev.envproof.suite;

import java.time.Duration;

/** Is told how far looking has come, one call at a time. */
public interface Progress {
    /** Tells nobody. */
    Progress NONE = (environment, ended, all, took) -> {};

    /**
     * @param ended how many probes have looked at the environment
     * @param all how many will
     * @param took since looking began
     */
    void looked(String environment, int ended, int all, Duration took);
}
