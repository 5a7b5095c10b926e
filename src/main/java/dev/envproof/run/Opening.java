package dev.envproof.run;

import dev.envproof.environment.Environment;
import dev.envproof.environment.Target;
import dev.envproof.environment.Targets.Where;
import dev.envproof.fault.Deviation;
import dev.envproof.report.Outcome.TargetLine;
import dev.envproof.report.Plural;
import dev.envproof.rule.Rule;
import dev.envproof.suite.Rules;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The first lines of a run: what will be verified, where, and by how many rules. */
final class Opening {
    private final Plan plan;

    Opening(Plan plan) {
        this.plan = plan;
    }

    /**
     * Of every system, before the first of them starts.
     *
     * @param asked the systems' names, also of those that have no environment that is asked for
     */
    static List<String> of(List<Plan> plans, List<String> asked) {
        List<String> verified = plans.stream().map(plan -> plan.system().name()).toList();
        List<String> lines = new ArrayList<>();
        asked.stream()
                .filter(name -> !verified.contains(name))
                .forEach(name -> lines.add(name + ": no environment of it is asked for"));
        if (plans.size() > 1) {
            lines.add("envproof: " + plans.size() + " systems, one gate");
        }
        plans.forEach(plan -> lines.addAll(new Opening(plan).lines()));
        return lines;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("envproof: system " + plan.system().name() + ", suite "
                + plan.suite().name() + shard() + ": " + Plural.of(rules(), "rule") + " x "
                + Plural.of(plan.selected().size(), "environment"));
        plan.selected().forEach(environment -> lines.add("  " + environment.name() + ": " + address(environment)));
        plan.notCompared()
                .forEach(sibling -> lines.add("  not compared with " + sibling.name() + ": it declares no URL; set "
                        + sibling.urlVariable()));
        if (!plan.deviations().isEmpty()) {
            lines.add("  the replica shows: "
                    + plan.deviations().stream().map(Deviation::id).collect(Collectors.joining(", ")));
        }
        lines.addAll(new FaultsFound(plan).notSought());
        plan.engine().ifPresent(it -> lines.add("replica: engine " + it.word() + ": " + it.because()));
        return lines;
    }

    private String shard() {
        return plan.shard().isWhole() ? "" : ", shard " + plan.shard();
    }

    /** {@code remote}, {@code embedded}, or both. */
    String engine() {
        Set<String> engines = plan.where().values().stream()
                .map(where -> where == Where.REMOTE ? "remote" : engineOfReplica())
                .collect(Collectors.toCollection(java.util.TreeSet::new));
        return String.join(" and ", engines);
    }

    List<TargetLine> targets(List<Target> targets) {
        return targets.stream()
                .filter(target -> plan.names().contains(target.environment().name()))
                .map(target -> new TargetLine(
                        target.environment().name(), target.edge().toString()))
                .toList();
    }

    private String address(Environment environment) {
        return plan.where().get(environment.name()) == Where.REMOTE
                ? environment.deployedAt().map(url -> "remote " + url).orElseThrow()
                : "replica, engine " + engineOfReplica();
    }

    private String engineOfReplica() {
        return plan.engine().map(ReplicaEngine::word).orElseThrow();
    }

    private long rules() {
        return Rules.all().stream()
                .map(Rule::card)
                .filter(card -> plan.suite().selects(card))
                .count();
    }
}
