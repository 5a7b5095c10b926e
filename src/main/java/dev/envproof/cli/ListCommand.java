package dev.envproof.cli;

import dev.envproof.environment.UnknownName;
import dev.envproof.environment.yaml.KeyPath;
import dev.envproof.environment.yaml.Nearest;
import dev.envproof.report.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code list rules --json}: what there is to choose from. */
final class ListCommand implements Command {
    private static final String JSON = "--json";

    @Override
    public String name() {
        return "list";
    }

    @Override
    public String takes() {
        return "[--json] [KIND...]";
    }

    @Override
    public String purpose() {
        return "list rules, environments, suites, faults";
    }

    @Override
    public String help() {
        return "usage: envproof list [--json] [rules] [environments] [suites] [faults]\n"
                + "Lists these kinds of names, all of them where none is given: for a person, or as JSON for a program.\n";
    }

    @Override
    public List<String> options() {
        return List.of(JSON);
    }

    @Override
    public List<String> words() {
        return Inventory.KINDS;
    }

    @Override
    public ExitCode run(List<String> arguments, Session session) {
        Given given = Given.to(this, arguments);
        List<String> kinds = given.words().isEmpty() ? Inventory.KINDS : given.words();
        kinds.stream()
                .filter(kind -> !Inventory.KINDS.contains(kind))
                .findFirst()
                .ifPresent(kind -> {
                    throw new UnknownName("list " + KeyPath.shown(kind) + ": unknown kind"
                            + Nearest.to(kind, Inventory.KINDS)
                                    .map(known -> "; did you mean `" + known + "`? ")
                                    .orElse("; ")
                            + "known: " + String.join(", ", Inventory.KINDS));
                });
        Map<String, List<Map<String, Object>>> listed = new LinkedHashMap<>();
        kinds.forEach(kind -> listed.put(kind, new Inventory(session).of(kind)));
        if (given.has(JSON)) {
            session.out().print(Json.print(listed));
        } else {
            listed.forEach((kind, entries) -> print(kind, entries, session));
        }
        return ExitCode.OPEN;
    }

    private static void print(String kind, List<Map<String, Object>> entries, Session session) {
        session.out().println(kind + " (" + entries.size() + ")");
        entries.stream().map(ListCommand::line).forEach(line -> session.out().println(line));
    }

    /** The first value is the name, the others tell about it. */
    private static String line(Map<String, Object> entry) {
        List<String> told = entry.entrySet().stream()
                .skip(1)
                .map(it -> it.getKey().equals(Inventory.SAYS)
                        ? String.valueOf(it.getValue())
                        : it.getKey() + ": " + it.getValue())
                .toList();
        return "  " + entry.values().iterator().next() + "  " + String.join("; ", told);
    }
}
