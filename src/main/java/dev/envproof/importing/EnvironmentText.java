package dev.envproof.importing;

import static dev.envproof.importing.YamlText.list;
import static dev.envproof.importing.YamlText.value;

import dev.envproof.environment.SecretName;
import dev.envproof.importing.EnvironmentDraft.CorsDraft;
import dev.envproof.importing.SystemDraft.Told;
import java.util.Locale;
import java.util.Set;

/** The text of an environment's file. */
final class EnvironmentText {
    /** A browser sends it without asking, so declaring it demands nothing. */
    private static final Set<String> UNASKED = Set.of("GET");

    private final EnvironmentDraft draft;
    private final YamlText yaml = new YamlText();

    private EnvironmentText(EnvironmentDraft draft) {
        this.draft = draft;
    }

    /** @param sources the names of the files that it was made from */
    static String of(EnvironmentDraft draft, String sources) {
        return new EnvironmentText(draft).text(sources);
    }

    private String text(String sources) {
        yaml.line("# yaml-language-server: $schema=../environment.schema.json");
        yaml.comment("Made by `envproof import` from " + sources + ". Read it before you trust it.");
        yaml.line("environment: " + value(draft.name()));
        if (!draft.aliases().isEmpty()) {
            yaml.line("aliases: " + list(draft.aliases()));
        }
        yaml.line("edge: " + value(draft.edge()));
        yaml.line(
                "url: ${" + urlVariable(draft.name()) + ":"
                        + draft.url().map(Told::value).orElse("") + "}",
                draft.url().map(Told::place).orElse(""));
        yaml.line("replica: auto");
        serviceUrls();
        stores();
        secrets();
        draft.cors().ifPresent(this::cors);
        draft.logLevel().ifPresent(level -> yaml.gap().line("log-level: " + level.value(), level.place()));
        yaml.gap().line("canaries: [] # read-only: a run writes nothing here");
        return yaml.untold(draft.notes()).toString();
    }

    private void serviceUrls() {
        if (!draft.serviceUrls().isEmpty()) {
            yaml.line("service-urls:");
            draft.serviceUrls()
                    .forEach(
                            (service, url) -> yaml.line("  " + service + ": " + serviceUrl(service, url), url.place()));
        }
    }

    private String serviceUrl(String service, Told url) {
        return url.value().isEmpty() ? "${" + urlVariable(draft.name() + "-" + service) + ":}" : value(url.value());
    }

    /** The variable that a run reads an address from. */
    static String urlVariable(String name) {
        return name.toUpperCase(Locale.ROOT).replace('-', '_') + "_URL";
    }

    private void stores() {
        if (draft.stores().isEmpty()) {
            return;
        }
        yaml.gap().line("stores:");
        draft.stores().forEach((name, address) -> {
            String key = address.key().map(variable -> ", key: " + variable).orElse("");
            String comment = address.isTold() ? "" : "not told: no file names this variable";
            yaml.line("  " + name + ": { url: " + address.url() + key + " }", comment);
        });
    }

    private void secrets() {
        if (draft.secrets().isEmpty()) {
            return;
        }
        yaml.gap().line("secrets:");
        for (Secrets.Found secret : draft.secrets()) {
            SecretName name = secret.name();
            String role = name.role().map(word -> ", role: " + word).orElse("");
            yaml.line(
                    "  - { variable: " + secret.variable() + ", kind: "
                            + name.kind().name().toLowerCase(Locale.ROOT) + role
                            + (name.isPublic() ? ", public: true" : "") + " }",
                    secret.place());
        }
    }

    private void cors(CorsDraft cors) {
        boolean hasMethods = !cors.methods().isEmpty();
        yaml.gap().line("cors:", cors.place());
        yaml.line("  origins: " + list(cors.origins()));
        if (!cors.patterns().isEmpty()) {
            yaml.line("  origin-patterns: " + list(cors.patterns()));
        }
        yaml.line("  methods: " + list(hasMethods ? cors.methods() : UNASKED), hasMethods ? "" : "not told");
        if (!cors.headers().isEmpty()) {
            yaml.line("  headers: " + list(cors.headers()));
        }
        yaml.line(
                "  credentials: " + cors.credentials().orElse(false),
                cors.credentials().isPresent() ? "" : "not told");
    }

    /** What a user is told about it on the console. */
    static String summary(EnvironmentDraft draft) {
        String url =
                draft.url().map(Told::value).filter(told -> !told.isEmpty()).orElse("no address told");
        int origins = draft.cors().map(cors -> cors.origins().size()).orElse(0);
        return String.join(
                ", ", url, Count.of(draft.secrets().size(), "secret") + " by name", Count.of(origins, "CORS origin"));
    }
}
