package dev.envproof.importing;

import static dev.envproof.importing.YamlText.list;
import static dev.envproof.importing.YamlText.value;

import dev.envproof.importing.SystemDraft.Told;
import java.util.Map;
import java.util.stream.Collectors;

/** The text of {@code system.yaml}. */
final class SystemText {
    private final SystemDraft draft;
    private final YamlText yaml = new YamlText();

    private SystemText(SystemDraft draft) {
        this.draft = draft;
    }

    /** @param sources the names of the files that it was made from */
    static String of(SystemDraft draft, String sources) {
        return new SystemText(draft).text(sources);
    }

    private String text(String sources) {
        yaml.line("# yaml-language-server: $schema=../system.schema.json");
        yaml.comment("Made by `envproof import` from " + sources + ". Read it before you trust it.");
        yaml.line("system: " + value(draft.name())).gap().line("services:");
        draft.services().forEach((name, stores) -> yaml.line("  " + name + ": { stores: " + list(stores) + " }"));
        yaml.gap().line("routes:");
        draft.routes()
                .forEach((path, route) -> yaml.line(
                        "  - { path: " + value(path) + ", service: " + value(route.service()) + " }", route.place()));
        yaml.gap().line("edges:");
        draft.edges().forEach((name, edge) -> {
            String conf =
                    edge.conf().map(path -> ", nginx-conf: " + value(path)).orElse("");
            yaml.line("  " + name + ": { default-environment: " + value(edge.defaultEnvironment()) + conf + " }");
        });
        stores();
        routing();
        health();
        yaml.gap();
        yaml.comment(
                "No file tells these; docs/environments.md says what they are for: identity, canaries, calls, logs,");
        yaml.comment("debug-endpoints, api-documentation.");
        return yaml.untold(draft.notes()).toString();
    }

    private void stores() {
        if (draft.stores().isEmpty()) {
            return;
        }
        yaml.gap().line("stores:");
        draft.stores().forEach((name, store) -> {
            String kind = store.bucket()
                    .map(bucket -> "object-storage, bucket: " + value(bucket))
                    .orElse("postgresql");
            yaml.line("  " + name + ": { kind: " + kind + " }", store.place());
        });
    }

    private void routing() {
        draft.routing().ifPresent(routing -> {
            yaml.gap().line("routing-header:", routing.place());
            yaml.line("  name: " + value(routing.header()));
            yaml.line(
                    "  unknown-value: fallback",
                    routing.isTold() ? "" : "not told: what an unknown value leads to; `refused` means a 4xx");
        });
    }

    /** The pointers into its answer can't be told from outside, and a wrong one would turn rules red. */
    private void health() {
        Map<String, Told> health = draft.health();
        String path = mostCommon(health);
        yaml.gap();
        yaml.comment(
                health.isEmpty()
                        ? "Health: no file tells a path, and none what the answer looks like. Correct this and take the # away:"
                        : "Health: what the answer looks like could not be told. Correct the pointers and take the # away:");
        yaml.comment("health: { path: " + value(path)
                + ", status: /status, healthy: [ok], environment: /environment, checks: /checks }");
        health.forEach((service, told) ->
                yaml.comment("- " + service + " answers at " + told.value() + " (" + told.place() + ")"));
    }

    private static String mostCommon(Map<String, Told> health) {
        Map<String, Long> counts =
                health.values().stream().collect(Collectors.groupingBy(Told::value, Collectors.counting()));
        return health.values().stream()
                .map(Told::value)
                .reduce((best, other) -> counts.getOrDefault(other, 0L) > counts.getOrDefault(best, 0L) ? other : best)
                .orElse("health");
    }
}
