package dev.envproof.cli;

import dev.envproof.environment.Choice;
import dev.envproof.environment.Environments;
import dev.envproof.environment.QualifiedName;
import dev.envproof.environment.UnknownName;
import dev.envproof.report.Json;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** {@code compare good/findings.json reports/findings.json}, or {@code compare reports/findings.json staging}. */
final class CompareCommand implements Command {
    private static final String JSON = "--json";

    @Override
    public String name() {
        return "compare";
    }

    @Override
    public String takes() {
        return "FILE FILE|ENV";
    }

    @Override
    public String purpose() {
        return "compare two findings.json, or an environment with the next up";
    }

    @Override
    public String help() {
        return """
                usage: envproof compare [--json] BEFORE.json AFTER.json
                       envproof compare [--json] FINDINGS.json ENVIRONMENT [REFERENCE]
                What changed since a good run, or what an environment shows that its reference does not; the reference is the
                next environment of the system's `promotion` where none is named.
                exit code: 0 nothing got worse; 1 something did: newly broken, newly inconclusive, appeared and not held, or
                gone since the good run; 64 a file that can't be used
                """;
    }

    @Override
    public List<String> options() {
        return List.of(JSON);
    }

    @Override
    public ExitCode run(List<String> arguments, Session session) {
        Given given = Given.to(this, arguments);
        List<String> words = given.words();
        if (words.size() < 2 || words.size() > 3) {
            throw Given.wrong(this, "takes two files, or a file and one or two environments");
        }
        RecordedFindings first = read(words.get(0), session);
        Comparison comparison = words.size() == 2 && words.get(1).endsWith(".json")
                ? ofRuns(first, read(words.get(1), session), session)
                : ofEnvironments(first, words.subList(1, words.size()), session);
        if (given.has(JSON)) {
            session.out().print(Json.print(tree(comparison)));
        } else {
            lines(comparison).forEach(session.out()::println);
        }
        return comparison.gotWorse() ? ExitCode.BROKEN : ExitCode.OPEN;
    }

    private static RecordedFindings read(String file, Session session) {
        return RecordedFindings.read(session.path(file));
    }

    /** Environments that only one of the runs verified are left out, and named. */
    private static Comparison ofRuns(RecordedFindings before, RecordedFindings after, Session session) {
        if (!before.system().equals(after.system())) {
            throw new UnknownName("compare: two systems, " + before.system() + " and " + after.system()
                    + "; accepted: two runs of one system");
        }
        List<String> both = before.environments().stream()
                .filter(after.environments()::contains)
                .toList();
        if (both.isEmpty()) {
            throw new UnknownName("compare: no environment is in both files; the first has "
                    + String.join(", ", before.environments()) + ", the second "
                    + String.join(", ", after.environments()));
        }
        Stream.concat(before.environments().stream(), after.environments().stream())
                .distinct()
                .filter(name -> !both.contains(name))
                .forEach(name -> session.err().println("not compared: " + name + " is in one of the files only"));
        return Comparison.ofRuns(before.about(both), after.about(both));
    }

    private static Comparison ofEnvironments(RecordedFindings all, List<String> names, Session session) {
        Choice choice = new Choice("compare", "environment", all.environments());
        String environment = choice.oneOf(names.get(0));
        String reference = choice.oneOf(names.size() == 2 ? names.get(1) : nextUp(all.system(), environment, session));
        if (reference.equals(environment)) {
            throw new UnknownName("compare: " + environment + " with itself; name another environment");
        }
        return Comparison.ofEnvironments(all.of(reference, environment), all.of(environment, reference));
    }

    /** Of the environment's own system where the run was over several. */
    private static String nextUp(String systems, String named, Session session) {
        QualifiedName name = QualifiedName.of(named);
        String environment = name.environment();
        String system = name.system().orElse(systems);
        Path folder = session.folder().resolve("environments");
        String known = new Choice("compare", "system", Environments.systems(folder)).oneOf(system);
        List<String> promotion = Environments.load(folder.resolve(known), session.variables(), Map.of())
                .promotion();
        int place = promotion.indexOf(environment);
        if (place < 0 || place == promotion.size() - 1) {
            throw new UnknownName("compare: no environment follows " + named + " in the `promotion` of " + known
                    + "; name the reference: compare FINDINGS.json " + named + " REFERENCE");
        }
        return new QualifiedName(name.system(), promotion.get(place + 1)).toString();
    }

    private static List<String> lines(Comparison comparison) {
        List<String> lines = new ArrayList<>();
        comparison.changes().forEach((kind, changes) -> {
            lines.add(kind.says() + " (" + changes.size() + ")");
            changes.forEach(change -> lines.add("  " + change.text()));
        });
        lines.add(comparison.summary());
        return lines;
    }

    private static Map<String, Object> tree(Comparison comparison) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("worse", comparison.gotWorse());
        tree.put("same", comparison.same());
        comparison
                .changes()
                .forEach((kind, changes) -> tree.put(
                        kind.key(), changes.stream().map(Difference::tree).toList()));
        return tree;
    }
}
