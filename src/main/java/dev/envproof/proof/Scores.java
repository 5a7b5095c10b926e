package dev.envproof.proof;

import dev.envproof.fault.Harmless;
import dev.envproof.fault.ReferenceSystem;
import dev.envproof.report.ProofScore;
import dev.envproof.report.ProofScore.Family;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

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
        List<ProofCase> faults = cases.stream()
                .filter(it -> !(it.deviation() instanceof Harmless))
                .toList();
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

    /** A newer score; of the systems that it says nothing about the older one counts. */
    public static ProofScore over(ProofScore older, ProofScore newer) {
        List<String> proven =
                newer.families().stream().map(Family::system).distinct().toList();
        return new ProofScore(
                newer.engine(),
                newer.when(),
                Stream.concat(
                                newer.families().stream(),
                                older.families().stream().filter(it -> !proven.contains(it.system())))
                        .sorted(Comparator.comparing(it -> order(it.system())))
                        .toList());
    }

    /** For the console: a line for each family of each system, and one for all of them. */
    public static List<String> lines(List<ProofCase> cases) {
        ProofScore score = of("", LocalDate.EPOCH, cases);
        return Stream.concat(score.families().stream(), Stream.of(score.all()))
                .map(it -> it.name() + ": " + it.detected() + " of " + it.faults() + " faults detected, " + it.green()
                        + " of " + it.lookAlikes() + " look-alikes green, " + it.falseAlarms() + " false alarms")
                .toList();
    }

    static int order(String system) {
        return Arrays.stream(ReferenceSystem.values())
                .map(ReferenceSystem::folder)
                .toList()
                .indexOf(system);
    }

    private static String family(ProofCase it) {
        String id = it.deviation().id();
        return it.deviation().system().folder() + "/" + id.substring(0, id.indexOf('/'));
    }
}
