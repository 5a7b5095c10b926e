package dev.envproof.cli;

import dev.envproof.environment.Environment;
import dev.envproof.environment.Environments;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.fault.Deviation;
import dev.envproof.rule.Card;
import dev.envproof.rule.Rule;
import dev.envproof.suite.Rules;
import dev.envproof.suite.Suite;
import dev.envproof.suite.Suites;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Everything that can be named on the command line; each entry begins with its name. */
record Inventory(Session session) {
    static final String SAYS = "says";
    static final List<String> KINDS = List.of("rules", "environments", "suites", "faults");

    List<Map<String, Object>> of(String kind) {
        return switch (kind) {
            case "rules" -> rules().stream().map(Inventory::rule).toList();
            case "environments" -> environments();
            case "suites" -> suites();
            default -> Deviation.all().map(Inventory::fault).toList();
        };
    }

    static List<Card> rules() {
        return Rules.all().stream().map(Rule::card).toList();
    }

    private static Map<String, Object> rule(Card card) {
        return entry("rule", card.id(), "severity", word(card.severity()), SAYS, card.says());
    }

    private static Map<String, Object> fault(Deviation fault) {
        return entry("fault", fault.id(), "system", fault.system().folder(), SAYS, fault.says());
    }

    private List<Map<String, Object>> environments() {
        Path folder = session.folder().resolve("environments");
        return Environments.systems(folder).stream()
                .map(name -> Environments.load(folder.resolve(name), session.variables(), Map.of()))
                .flatMap(system -> system.environments().stream().map(it -> environment(system, it)))
                .toList();
    }

    private static Map<String, Object> environment(SystemUnderTest system, Environment it) {
        String replica = it.replica().isPresent() ? "a replica" : "no target: set " + it.urlVariable();
        return entry(
                "environment",
                it.name(),
                "system",
                system.name(),
                "target",
                it.deployedAt().map(Object::toString).orElse(replica));
    }

    private List<Map<String, Object>> suites() {
        Suites suites = new Suites(session.folder().resolve("suites"));
        return suites.names().stream()
                .map(name -> suite(name, suites.load(name)))
                .toList();
    }

    private static Map<String, Object> suite(String name, Suite suite) {
        long rules = rules().stream().filter(suite::selects).count();
        String mildest = suite.blocking().stream()
                .max(Enum::compareTo)
                .map(Inventory::word)
                .orElse("none");
        return entry("suite", name, "rules", rules, "blocking", mildest);
    }

    private static String word(Enum<?> severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }

    private static Map<String, Object> entry(Object... pairs) {
        Map<String, Object> entry = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            entry.put(String.valueOf(pairs[i]), pairs[i + 1]);
        }
        return entry;
    }
}
