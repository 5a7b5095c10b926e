package dev.envproof.environment;

import dev.envproof.environment.DeclaredSecret.Kind;
import dev.envproof.environment.Environment.AccessKey;
import dev.envproof.environment.Environment.Exposure;
import dev.envproof.environment.RedisPolicy.Authentication;
import dev.envproof.environment.yaml.Fields;
import dev.envproof.environment.yaml.Range;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Decodes an environment's file: a key is one line here and one in {@code environment.schema.json}. */
final class EnvironmentFile {
    private static final Range PORTS = new Range(1, 65_535);
    /** SSH is left out: it is how many hosts are looked after. */
    private static final List<Integer> INFRASTRUCTURE = List.of(
            1433, 1521, 2375, 2379, 3306, 5432, 5433, 5555, 5601, 5672, 6379, 7474, 7687, 8090, 8500, 9000, 9090, 9092,
            9200, 9300, 10250, 11211, 15672, 27017);

    private final Declared declared;
    private final String name;

    /** @param name the file's name without its ending */
    EnvironmentFile(Declared declared, String name) {
        this.declared = declared;
        this.name = name;
    }

    Environment decode(Fields keys) {
        Environment environment = new Environment(
                keys.text("environment", declared.environmentOf(name)),
                Set.copyOf(keys.optionalTexts("aliases", Forms.REPORTED_NAME)),
                declared.hasEdges() ? keys.text("edge", declared.edge()) : name,
                keys.switchableText("url", Forms.EDGE_URL).map(Forms::withSlash),
                urlVariable(keys),
                replica(keys),
                values(
                        keys.namedSwitchableTexts("service-urls", declared.service(), Forms.SERVICE_URL),
                        Forms::withSlash),
                keys.section("access", this::access),
                keys.named("stores", declared.store(), this::store),
                keys.list("secrets", this::secret),
                keys.section("cors", this::cors),
                keys.sectionUnless("rate-limit", "off", this::rateLimit),
                new HashSet<>(keys.optionalTexts("canaries", declared.canary())),
                keys.word("debug-endpoints", Exposure.class, Exposure.CLOSED),
                keys.word("api-documentation", Exposure.class, Exposure.CLOSED),
                keys.word("mocks", Permission.class, Permission.FORBIDDEN) == Permission.ALLOWED,
                lower(keys.word("log-level", LogLevel.class, LogLevel.INFO)),
                values(keys.namedSwitchableTexts("log-files", declared.service(), Forms.FILE), declared::file),
                keys.section("docker", new DockerKey(declared, keys.isMapping("replica"))::decode),
                keys.optionalTexts("variables-from", Forms.FILE).stream()
                        .map(declared::file)
                        .toList(),
                values(keys.namedTexts("public-urls", declared.service(), Forms.EDGE_URL), Forms::withSlash),
                keys.flag("deployed", true),
                keys.numbers("closed-ports", PORTS, INFRASTRUCTURE),
                keys.section("edge-security", EdgeSecurityKey::decode).orElseGet(EdgeSecurity::unlessDeclared),
                new SecretPolicyKeys(declared).decode(keys));
        requireAddress(keys, environment);
        return environment;
    }

    private Optional<ReplicaChoice> replica(Fields keys) {
        return keys.isMapping("replica")
                ? keys.section("replica", this::compose)
                : keys.optionalWord("replica", ReplicaChoice.BuiltIn.class).map(ReplicaChoice.class::cast);
    }

    private ReplicaChoice compose(Fields keys) {
        String edge = keys.text("edge", Forms.INSIDE);
        return new ReplicaChoice.Compose(
                declared.file(keys.text("compose", Forms.FILE)),
                keys.optionalText("project", Forms.STARTED_PROJECT),
                keys.switchableText("env-file", Forms.FILE).map(declared::file),
                ReplicaChoice.Inside.of(edge.isEmpty() ? "http://none" : edge));
    }

    private AccessKey access(Fields keys) {
        return new AccessKey(keys.text("header", Forms.HEADER), keys.text("variable", Forms.VARIABLE));
    }

    private StoreAddress store(String store, Fields keys) {
        return new StoreAddress(
                store,
                keys.text("url", Forms.VARIABLE),
                keys.optionalText("key", Forms.VARIABLE),
                keys.optionalText("legacy-url", Forms.VARIABLE),
                keys.optionalText("legacy-key", Forms.VARIABLE),
                keys.word("tls", Demand.class, Demand.OPTIONAL) == Demand.REQUIRED,
                keys.number("migrations-ahead", new Range(0, 100), 0),
                redis(keys),
                new StoreTermsKeys(keys).decode());
    }

    private static RedisPolicy redis(Fields keys) {
        return new RedisPolicy(
                keys.optionalText("key-prefix", Forms.WORD),
                keys.word("persistence", Demand.class, Demand.OPTIONAL) == Demand.REQUIRED,
                keys.number("replicas", new Range(0, 100), 0),
                keys.word("authentication", Authentication.class, Authentication.PASSWORD));
    }

    private DeclaredSecret secret(Fields keys) {
        Kind kind = keys.word("kind", Kind.class, Kind.OPAQUE);
        return new DeclaredSecret(
                keys.text("variable", Forms.VARIABLE),
                kind,
                keys.optionalText("role", Forms.WORD),
                keys.number("minimum-length", new Range(1, 10_000), kind.minimumLength()),
                keys.optionalNumber("rotate-within-days", new Range(1, 3_650)).map(Duration::ofDays),
                keys.optionalText("rotated-on", Forms.DATE).map(LocalDate::parse),
                keys.flag("public", false),
                keys.flag("optional", false),
                keys.flag("may-be-default", false));
    }

    private CorsPolicy cors(Fields keys) {
        return new CorsPolicy(
                keys.texts("origins", Forms.ORIGIN),
                keys.optionalTexts("origin-patterns", Forms.ORIGIN_PATTERN),
                Set.copyOf(keys.texts("methods", Forms.METHOD)),
                Set.copyOf(keys.optionalTexts("headers", Forms.HEADER)),
                keys.flag("credentials", false),
                keys.optionalTexts("public-paths", Forms.PATH),
                keys.flag("private-network", false));
    }

    private RateLimit rateLimit(Fields keys) {
        return new RateLimit(
                keys.text("path", Forms.PATH),
                keys.number("per-second", new Range(1, 100_000)),
                keys.number("burst", new Range(0, 100_000)),
                keys.number("status", new Range(400, 599)));
    }

    private String urlVariable(Fields keys) {
        return keys.variableIn("url")
                .or(() -> keys.variableIn("deployed"))
                .orElse(name.toUpperCase(Locale.ROOT).replace('-', '_') + "_URL");
    }

    private void requireAddress(Fields keys, Environment environment) {
        if (!keys.hasAny("url", "public-urls", "replica")) {
            String variable = environment.urlVariable();
            keys.report(
                    "url",
                    "neither `url`, `public-urls` nor `replica` is there",
                    "`url: ${" + variable + ":}` with the variable " + variable + " set, or `replica: auto`");
        }
    }

    private static <T> Map<String, T> values(Map<String, String> texts, Function<String, T> value) {
        return texts.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, text -> value.apply(text.getValue())));
    }

    private static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }

    private enum Permission {
        ALLOWED,
        FORBIDDEN
    }

    private enum Demand {
        REQUIRED,
        OPTIONAL
    }

    private enum LogLevel {
        TRACE,
        DEBUG,
        INFO,
        WARN,
        ERROR
    }
}
