package dev.envproof.proof;

import dev.envproof.fault.Fault;
import dev.envproof.fault.Harmless;
import dev.envproof.report.ProofScore;
import dev.envproof.report.ProofScore.Family;
import java.time.LocalDate;
import java.util.List;

/** What the cases of a proof add up to, for the page of the proof and for the score that ships. */
public final class Scores {
    private Scores() {}

    public static ProofScore of(String engine, LocalDate when, List<ProofCase> cases) {
        return new ProofScore(
                engine,
                when.toString(),
                cases.stream()
                        .map(Scores::family)
                        .distinct()
                        .map(name -> score(
                                name,
                                cases.stream()
                                        .filter(it -> family(it).equals(name))
                                        .toList()))
                        .toList());
    }

    private static Family score(String name, List<ProofCase> cases) {
        List<ProofCase> faults =
                cases.stream().filter(it -> it.deviation() instanceof Fault).toList();
        List<ProofCase> lookAlikes =
                cases.stream().filter(it -> it.deviation() instanceof Harmless).toList();
        long alarms = cases.stream()
                .mapToLong(it -> it.falseAlarms().size() + it.damage().size())
                .sum();
        return new Family(name, faults.size(), proven(faults), lookAlikes.size(), proven(lookAlikes), alarms);
    }

    private static long proven(List<ProofCase> cases) {
        return cases.stream().filter(ProofCase::isProven).count();
    }

    private static String family(ProofCase it) {
        return it.deviation().id().substring(0, it.deviation().id().indexOf('/'));
    }
}
