package dev.envproof.probe.store;

/**
 * How one database sorts, spells and tells the time.
 *
 * @param order the same words, as it sorts them
 * @param spelling the same date, number and letters, as it writes them
 */
public record DatabaseLocale(String store, Fact<String> order, Fact<String> spelling, Fact<Clock> clock) {

    /**
     * What the zone does to clocks.
     *
     * @param effect the time of day at noon UTC in winter and in summer
     * @param zone its name
     * @param isOwn whether the role or the database sets it; else it is the server's, as its log has it
     */
    public record Clock(String effect, String zone, boolean isOwn) {}
}
