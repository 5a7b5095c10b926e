package dev.envproof.suite;

import dev.envproof.rule.Card;
import dev.envproof.rule.Severity;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A named selection of rules and the policy of its gate.
 *
 * @param includes families or rule ids; empty means every rule
 * @param excludes families or rule ids
 * @param atLeast fewer findings than this for any verified environment close the gate
 * @param blocking severities whose broken or inconclusive rules close the gate
 * @param latency how much slower than a recorded baseline health may answer
 * @param alerts what is alerted about; empty where nothing is
 * @param channels where notifications go
 * @param owners who answers for which rules
 */
public record Suite(
        String name,
        Set<String> includes,
        Set<String> excludes,
        int atLeast,
        Set<Severity> blocking,
        List<Waiver> waivers,
        LatencyPolicy latency,
        Optional<Thresholds> alerts,
        Channels channels,
        Owners owners) {
    public Suite {
        includes = Set.copyOf(includes);
        excludes = Set.copyOf(excludes);
        blocking = Set.copyOf(blocking);
        waivers = List.copyOf(waivers);
    }

    /** A suite that has the usual limit, alerts about nothing and notifies nobody. */
    public Suite(
            String name,
            Set<String> includes,
            Set<String> excludes,
            int atLeast,
            Set<Severity> blocking,
            List<Waiver> waivers) {
        this(
                name,
                includes,
                excludes,
                atLeast,
                blocking,
                waivers,
                LatencyPolicy.DEFAULT,
                Optional.empty(),
                Channels.NONE,
                Owners.NONE);
    }

    /** Every rule, every severity blocking, nothing waived. */
    public static Suite everything() {
        return new Suite("full", Set.of(), Set.of(), 1, Set.of(Severity.values()), List.of());
    }

    /** The suite without the waivers that are past their last day; the gate still closes on those. */
    public Suite inForce(LocalDate today) {
        return with(waivers.stream().filter(waiver -> !waiver.isExpired(today)).toList());
    }

    /** The same for a run over this system alone. */
    public Suite of(String system) {
        return with(waivers.stream().map(waiver -> waiver.of(system)).toList());
    }

    /** The same selection and policy with these waivers. */
    Suite with(List<Waiver> others) {
        return new Suite(name, includes, excludes, atLeast, blocking, others, latency, alerts, channels, owners);
    }

    public boolean selects(Card card) {
        return (includes.isEmpty() || names(includes, card)) && !names(excludes, card);
    }

    public Optional<Waiver> waiver(String rule, Subject subject) {
        return waivers.stream().filter(waiver -> waiver.covers(rule, subject)).findFirst();
    }

    private static boolean names(Set<String> selection, Card card) {
        String family = card.id().substring(0, card.id().indexOf('/'));
        return selection.contains(card.id()) || selection.contains(family);
    }
}
