package dev.envproof.environment;

import dev.envproof.environment.RoutingHeader.DefaultVariable;
import dev.envproof.environment.RoutingHeader.UnknownValue;
import dev.envproof.environment.Store.ColumnName;
import dev.envproof.environment.SystemUnderTest.Call;
import dev.envproof.environment.SystemUnderTest.CanaryPath;
import dev.envproof.environment.SystemUnderTest.Edge;
import dev.envproof.environment.SystemUnderTest.Route;
import dev.envproof.environment.SystemUnderTest.Service;
import dev.envproof.environment.yaml.Fields;
import dev.envproof.environment.yaml.Range;
import java.util.List;

/** Decodes {@code system.yaml}: a key is one line here and one in {@code system.schema.json}. */
final class SystemFile {
    private final Declared declared;

    SystemFile(Declared declared) {
        this.declared = declared;
    }

    /** The system without its environments. */
    SystemUnderTest decode(Fields keys) {
        SystemUnderTest system = new SystemUnderTest(
                keys.text("system", declared.systemName()),
                keys.named("services", Forms.NAME, this::service),
                keys.list("routes", this::route),
                keys.list("calls", this::call),
                keys.named("edges", Forms.NAME, this::edge),
                keys.named("stores", Forms.NAME, this::store),
                keys.section("routing-header", this::routingHeader),
                keys.section("health", this::health),
                keys.section("identity", this::identity),
                keys.named("canaries", Forms.NAME, this::canary),
                keys.optionalTexts("promotion", declared.environment()),
                keys.optionalTexts("debug-endpoints", Forms.RELATIVE_PATH),
                keys.optionalTexts("api-documentation", Forms.RELATIVE_PATH),
                keys.section("logs", this::logs),
                List.of(),
                keys.named("workers", Forms.NAME, new WorkerKey(declared)::decode),
                keys.namedTexts("pages", declared.service(), Forms.PATH),
                keys.section("parity", new ParityKey(declared)::decode));
        keys.atLeastOne("services", "routes");
        if (keys.hasAny("edges")) {
            keys.atLeastOne("edges");
        }
        return system;
    }

    private Service service(String name, Fields keys) {
        return new Service(name, keys.optionalTexts("stores", declared.store()));
    }

    private Route route(Fields keys) {
        return new Route(keys.text("path", Forms.ROUTE), keys.text("service", declared.service()));
    }

    private Call call(Fields keys) {
        return new Call(
                keys.text("from", declared.service()),
                keys.text("to", declared.service()),
                keys.text("path", Forms.RELATIVE_PATH));
    }

    private Edge edge(String name, Fields keys) {
        return new Edge(
                name,
                keys.text("default-environment", declared.environment()),
                keys.optionalText("nginx-conf", Forms.FILE).map(declared::file));
    }

    private Store store(String name, Fields keys) {
        return switch (keys.decidingWord("kind", StoreKind.class)) {
            case POSTGRESQL ->
                new Store.Database(
                        name,
                        keys.optionalTexts("private-tables", Forms.TABLE),
                        keys.optionalTexts("personal-data", Forms.COLUMN).stream()
                                .map(SystemFile::column)
                                .toList(),
                        keys.optionalText("migrations", Forms.COLUMN).map(SystemFile::column),
                        layout(keys));
            case OBJECT_STORAGE ->
                new Store.ObjectStorage(name, keys.text("bucket", Forms.BUCKET), keys.flag("private", false));
            case REDIS ->
                new Store.Redis(name, keys.flag("shared", false), keys.optionalText("same-as", declared.store()));
            case MAIL -> new Store.Mail(name);
            case SEARCH -> new Store.Search(name);
            case GRAPH -> new Store.Graph(name);
        };
    }

    private static DatabaseLayout layout(Fields keys) {
        return new DatabaseLayout(
                keys.optionalTexts("schemas", Forms.TABLE),
                keys.namedWords("extensions", Forms.EXTENSION, DatabaseLayout.Presence.class),
                keys.optionalNumber("server-major", new Range(9, 99)),
                keys.optionalTexts("indexes", Forms.TABLE),
                keys.flag("compare-structure", false));
    }

    private RoutingHeader routingHeader(Fields keys) {
        return new RoutingHeader(
                keys.text("name", Forms.HEADER),
                keys.optionalText("answered-by", Forms.HEADER),
                keys.word("unknown-value", UnknownValue.class),
                keys.section("default-variable", this::defaultVariable));
    }

    private DefaultVariable defaultVariable(Fields keys) {
        return new DefaultVariable(
                keys.text("name", Forms.VARIABLE), keys.text("when-invalid", declared.environment()));
    }

    private Health health(Fields keys) {
        return new Health(
                keys.text("path", Forms.RELATIVE_PATH),
                keys.text("status", Forms.POINTER),
                keys.texts("healthy", Forms.WORD),
                keys.text("environment", Forms.POINTER),
                keys.text("checks", Forms.POINTER),
                keys.optionalTexts("optional", Forms.WORD),
                keys.optionalText("version", Forms.POINTER));
    }

    private Identity identity(Fields keys) {
        return new Identity(
                keys.text("path", Forms.RELATIVE_PATH),
                keys.text("environment", Forms.POINTER),
                keys.namedTexts("stores", declared.store(), Forms.POINTER));
    }

    private CanaryPath canary(String name, Fields keys) {
        return new CanaryPath(
                name,
                keys.text("path", Forms.RELATIVE_PATH),
                keys.text("service", declared.service()),
                keys.text("store", declared.store()));
    }

    private Logs logs(Fields keys) {
        return new Logs(
                keys.text("environment", Forms.POINTER),
                keys.text("request", Forms.POINTER),
                keys.namedTexts("received", Forms.HEADER, Forms.POINTER),
                keys.optionalText("protocol", Forms.POINTER));
    }

    private static ColumnName column(String written) {
        String[] parts = written.split("\\.", 2);
        return new ColumnName(parts[0], parts[1]);
    }

    private enum StoreKind {
        POSTGRESQL,
        OBJECT_STORAGE,
        REDIS,
        MAIL,
        SEARCH,
        GRAPH
    }
}
