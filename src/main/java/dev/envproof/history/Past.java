package dev.envproof.history;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Everything that the runs of one series saw, oldest first; what reports ask a history. */
public final class Past {
    /** One change breaks, a second one mends; from the third on it is flaky. */
    private static final int FLAKY = 3;

    /** Of a series without runs. */
    public static final Past EMPTY = new Past(List.of(), List.of(), new State(Map.of(), Map.of()), Map.of());

    private final List<RunLine> runs;
    private final List<Change> all;
    private final State latest;
    private final Map<String, State> told;

    private Past(List<RunLine> runs, List<Change> all, State latest, Map<String, State> told) {
        this.runs = List.copyOf(runs);
        this.all = List.copyOf(all);
        this.latest = latest;
        this.told = Map.copyOf(told);
    }

    static Past of(List<Line> lines) {
        List<RunLine> runs = new ArrayList<>();
        List<Change> all = new ArrayList<>();
        List<Change> open = new ArrayList<>();
        State latest = EMPTY.latest;
        Map<String, State> told = new HashMap<>();
        for (Line line : lines) {
            open.addAll(changes(line));
            if (line instanceof RunLine run) {
                open.removeIf(change -> !change.run().equals(run.id())); // of a run whose own line was cut
                runs.add(run);
                all.addAll(open);
                latest = latest.after(open, run);
                open.clear();
                for (String channel : run.told()) {
                    told.put(channel, told.getOrDefault(channel, EMPTY.latest).learned(run, latest));
                }
            }
        }
        return new Past(runs, all, latest, told);
    }

    private static List<Change> changes(Line line) {
        if (line instanceof FirstHeld first) {
            return first.spots().stream()
                    .map(spot -> new Change(first.time(), first.run(), first.version(), spot, Word.UNSEEN, Word.HELD))
                    .toList();
        }
        return line instanceof Change change ? List.of(change) : List.of();
    }

    /** The runs, oldest first. */
    public List<RunLine> runs() {
        return runs;
    }

    /** The last so many runs, oldest first. */
    public List<RunLine> lastRuns(int most) {
        return runs.subList(Math.max(0, runs.size() - most), runs.size());
    }

    /** Every change but what held when it was first seen, oldest first. */
    public List<Change> changes() {
        return all.stream().filter(Past::isNews).toList();
    }

    /** What the last run changed, worst first. */
    public List<Change> lastChanges() {
        return runs.isEmpty()
                ? List.of()
                : changes().stream()
                        .filter(change ->
                                change.run().equals(runs.get(runs.size() - 1).id()))
                        .toList();
    }

    /** What now is different from the last run; all of it, where there is none. */
    public List<Change> changes(Now now) {
        return latest.changes(now);
    }

    /** The gate's word over these environments as a channel knows it; empty where it was never told one. */
    public Optional<String> gateBefore(String channel, Collection<String> environments) {
        return known(channel).gate(environments);
    }

    /** What to tell a channel: what differs from what it knows, or does not hold when it is first seen; worst first. */
    public List<Change> untold(String channel, Now now) {
        return known(channel).changes(now).stream()
                .filter(Past::isNews)
                .sorted(Change.WORST_FIRST)
                .toList();
    }

    private State known(String channel) {
        return told.getOrDefault(channel, EMPTY.latest);
    }

    /** The last runs that judged it with what each made of it, oldest first. */
    public List<Judgement> judgements(Spot spot, int lastRuns) {
        Map<String, String> byRun = new HashMap<>();
        all.stream().filter(change -> change.spot().equals(spot)).forEach(it -> byRun.put(it.run(), it.after()));
        List<Judgement> judgements = new ArrayList<>();
        String verdict = spot.isAlert() ? Word.QUIET : Word.UNSEEN;
        for (RunLine run : runs) {
            verdict = byRun.getOrDefault(run.id(), verdict);
            if (run.covers(spot) && !verdict.equals(Word.UNSEEN)) {
                judgements.add(new Judgement(run, verdict));
            }
        }
        return List.copyOf(judgements.subList(Math.max(0, judgements.size() - lastRuns), judgements.size()));
    }

    /** The verdict after each of the last runs that judged it, oldest first. */
    public List<String> verdicts(Spot spot, int lastRuns) {
        return judgements(spot, lastRuns).stream().map(Judgement::verdict).toList();
    }

    /** How often it changed its verdict over the last runs that judged it. */
    public int changes(Spot spot, int lastRuns) {
        List<String> verdicts = verdicts(spot, lastRuns);
        int changes = 0;
        for (int run = 1; run < verdicts.size(); run++) {
            changes += verdicts.get(run).equals(verdicts.get(run - 1)) ? 0 : 1;
        }
        return changes;
    }

    /** What changed more often than a break and its mending do, most often first. */
    public List<Flaky> flaky(int lastRuns) {
        return changes().stream()
                .map(Change::spot)
                .distinct()
                .map(spot -> new Flaky(spot, changes(spot, lastRuns), verdicts(spot, lastRuns)))
                .filter(flaky -> flaky.changes() >= FLAKY)
                .sorted(Comparator.comparingInt(Flaky::changes)
                        .reversed()
                        .thenComparing(flaky -> flaky.spot().toString()))
                .collect(Collectors.toUnmodifiableList());
    }

    private static boolean isNews(Change change) {
        return !(change.isFirst()
                && (change.after().equals(Word.HELD) || change.after().equals(Word.WAIVED)));
    }
}
