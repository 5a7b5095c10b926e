package dev.envproof.merge;

import dev.envproof.evidence.VisibleText;
import dev.envproof.history.Past;
import dev.envproof.report.Gate;
import dev.envproof.report.Outcome;
import dev.envproof.report.Outcome.TargetLine;
import dev.envproof.report.Watch;
import dev.envproof.rule.Rule;
import dev.envproof.suite.Alert;
import dev.envproof.suite.Finding;
import dev.envproof.suite.Findings;
import dev.envproof.suite.NotApplicable;
import dev.envproof.suite.Rules;
import dev.envproof.suite.Shard;
import dev.envproof.suite.Subject;
import dev.envproof.suite.Suite;
import dev.envproof.suite.Suites;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Joins the findings of all shards and decides the gate anew, as one run over all of them would have. */
public final class Merge {
    private static final Comparator<Subject> BY_NAME = Comparator.comparing(Subject::environment)
            .thenComparing(subject -> subject.other().orElse(""));
    private final Path folder;
    private final Map<String, Rule<?>> rules = new LinkedHashMap<>();

    /** @param folder where {@code environments/} and {@code suites/} are, the same as the shards were judged by */
    public Merge(Path folder) {
        this.folder = folder;
        Rules.all().forEach(rule -> rules.put(rule.card().id(), rule));
    }

    /**
     * A missing shard closes the gate.
     *
     * @param reports the folders of the shards' reports; at least one
     * @throws UnfitShards where they are not the shards of one run
     */
    public Merged of(List<Path> reports) {
        Map<Path, ShardRecord> shards = new LinkedHashMap<>();
        for (Path one : reports) {
            if (shards.put(one.normalize(), ShardRecord.in(one)) != null) {
                throw new UnfitShards(one + ": named before; accepted: each shard once");
            }
        }
        ShardRecord first = shards.values().iterator().next();
        named(first.system(), "system");
        named(first.suite(), "suite");
        new SameRun(shards).require(Basis.of(folder, first.system()));
        Suite suite = new Suites(folder.resolve("suites")).load(first.suite()).of(first.system());
        Outcome outcome = joined(shards.values(), first, suite);
        return new Merged(outcome.with(watch(shards.values(), outcome)), version(shards.values()));
    }

    /** The first shard asks for them; without it nothing is known of any. */
    private static Watch watch(Collection<ShardRecord> shards, Outcome outcome) {
        boolean isUnknown =
                outcome.suite().alerts().isPresent() && shards.stream().noneMatch(shard -> shard.shard() == 1);
        Stream<Alert> alerts = isUnknown
                ? outcome.findings().environments().stream()
                        .map(it -> new Alert(Alert.Kind.NOT_MEASURED, it, "every service", "its shard is missing"))
                : shards.stream().flatMap(shard -> shard.alerts().stream()).map(Raised::asAlert);
        return new Watch(alerts.toList(), Past.EMPTY, List.of(), List.of());
    }

    private static String version(Collection<ShardRecord> shards) {
        return shards.stream()
                .map(ShardRecord::version)
                .filter(version -> !version.isEmpty())
                .findFirst()
                .map(VisibleText::of)
                .orElse("");
    }

    private Outcome joined(Collection<ShardRecord> shards, ShardRecord first, Suite suite) {
        TreeSet<Instant> starts =
                shards.stream().map(ShardRecord::startedAt).collect(Collectors.toCollection(TreeSet::new));
        Instant started = starts.first();
        // the newest: what expired before the last shard looked is expired
        LocalDate today = LocalDate.ofInstant(starts.last(), ZoneOffset.UTC);
        Findings findings = findings(shards, first, suite.inForce(today));
        Gate gate = Gate.decide(findings, suite, today).and(further(shards)).and(missing(shards, first.of()));
        return new Outcome(
                findings,
                suite,
                gate,
                targets(shards),
                first.engine(),
                first.deviations(),
                started,
                took(shards, started));
    }

    private Findings findings(Collection<ShardRecord> shards, ShardRecord first, Suite inForce) {
        List<Finding> findings = new ArrayList<>();
        List<NotApplicable> leftOut = new ArrayList<>();
        for (ShardRecord shard : shards) {
            shard.findings().forEach(it -> findings.add(finding(it, shard, inForce)));
            shard.notApplicable()
                    .forEach(it -> leftOut.add(new NotApplicable(
                            SubjectNames.subject(it.subject()), rule(it.rule()).card(), VisibleText.of(it.why()))));
        }
        List<String> order = List.copyOf(rules.keySet());
        findings.sort(Comparator.<Finding>comparingInt(it -> order.indexOf(it.rule()))
                .thenComparing(Finding::subject, BY_NAME));
        leftOut.sort(Comparator.<NotApplicable>comparingInt(
                        it -> order.indexOf(it.card().id()))
                .thenComparing(NotApplicable::subject, BY_NAME));
        return new Findings(
                first.system(),
                first.environments(),
                findings,
                leftOut,
                shards.stream()
                        .flatMap(shard -> shard.leftBehind().stream().map(VisibleText::of))
                        .toList(),
                Duration.ofMillis(shards.stream()
                        .mapToLong(ShardRecord::verificationMillis)
                        .max()
                        .orElse(0)));
    }

    private Finding finding(Judged it, ShardRecord from, Suite inForce) {
        Rule<?> rule = rule(it.rule());
        Subject subject = SubjectNames.subject(it.subject());
        if (!new Shard(from.shard(), from.of()).has(rule, subject)) {
            throw new UnfitShards(ShardRecord.FILE + " of shard " + from.shard() + "/" + from.of() + ": " + subject
                    + ", " + it.rule() + " belongs to another shard; accepted: what a run wrote");
        }
        return new Finding(subject, rule.card(), it.asVerdict(), inForce.waiver(it.rule(), subject));
    }

    private Rule<?> rule(String id) {
        Rule<?> rule = rules.get(id);
        if (rule == null) {
            throw new UnfitShards(ShardRecord.FILE + ": a rule that is not known here: " + VisibleText.of(id));
        }
        return rule;
    }

    private static List<String> further(Collection<ShardRecord> shards) {
        return shards.stream()
                .flatMap(shard -> shard.reasons().stream().map(VisibleText::of))
                .distinct()
                .toList();
    }

    private static List<String> missing(Collection<ShardRecord> shards, int of) {
        List<Integer> there = shards.stream().map(ShardRecord::shard).toList();
        return IntStream.rangeClosed(1, of)
                .filter(index -> !there.contains(index))
                .mapToObj(index -> "shard " + index + "/" + of + " is missing: nothing is known of what it judges")
                .toList();
    }

    /** Each shard on a replica had one of its own. */
    private static List<TargetLine> targets(Collection<ShardRecord> shards) {
        Map<String, String> addresses = shards.stream()
                .flatMap(shard -> shard.targets().entrySet().stream())
                .distinct()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey,
                        TreeMap::new,
                        Collectors.mapping(it -> VisibleText.of(it.getValue()), Collectors.joining(", "))));
        return addresses.entrySet().stream()
                .map(it -> new TargetLine(VisibleText.of(it.getKey()), it.getValue()))
                .toList();
    }

    private static Duration took(Collection<ShardRecord> shards, Instant started) {
        Instant ended = shards.stream()
                .map(shard -> shard.startedAt().plusMillis(shard.durationMillis()))
                .max(Comparator.naturalOrder())
                .orElse(started);
        return Duration.between(started, ended);
    }

    /** Becomes the name of a file. */
    private static void named(String name, String what) {
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,100}")) {
            throw new UnfitShards(ShardRecord.FILE + ": no name of a " + what + "; accepted: what a run wrote");
        }
    }
}
