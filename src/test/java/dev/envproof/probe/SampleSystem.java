package dev.envproof.probe;

import dev.envproof.environment.EdgeSecurity;
import dev.envproof.environment.Environment;
import dev.envproof.environment.Environment.AccessKey;
import dev.envproof.environment.Environment.Exposure;
import dev.envproof.environment.Identity;
import dev.envproof.environment.Logs;
import dev.envproof.environment.RoutingHeader;
import dev.envproof.environment.RoutingHeader.UnknownValue;
import dev.envproof.environment.SecretPolicy;
import dev.envproof.environment.Store;
import dev.envproof.environment.Store.ColumnName;
import dev.envproof.environment.StoreAddress;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.environment.SystemUnderTest.CanaryPath;
import dev.envproof.environment.SystemUnderTest.Edge;
import dev.envproof.environment.SystemUnderTest.Route;
import dev.envproof.environment.SystemUnderTest.Service;
import dev.envproof.environment.Target;
import dev.envproof.environment.Target.Engine;
import dev.envproof.environment.Variables;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A small system of two environments at one edge: staging may be written to, production may not. */
public final class SampleSystem {
    public static final CanaryPath RECORDS = new CanaryPath("records", "records", "job-matcher", "database");
    public static final CanaryPath OBJECTS = new CanaryPath("objects", "objects", "resume-parser", "storage");

    private SampleSystem() {}

    /** Staging and production at an edge, as a deployment or a replica. */
    public static List<Target> targets(URI edge, Engine engine, Map<String, String> variables) {
        return targets(edge, engine, variables, Map.of());
    }

    public static List<Target> targets(
            URI edge, Engine engine, Map<String, String> variables, Map<String, Path> logFiles) {
        SystemUnderTest system = system();
        return system.environments().stream()
                .map(environment -> new Target(
                        system,
                        environment,
                        engine,
                        edge,
                        Map.of(),
                        new Variables(variables),
                        logFiles,
                        Optional.empty()))
                .toList();
    }

    public static SystemUnderTest system() {
        return new SystemUnderTest(
                "sample",
                List.of(
                        new Service("job-matcher", List.of("database")),
                        new Service("resume-parser", List.of("database", "storage"))),
                List.of(
                        new Route("/api/job-matcher/", "job-matcher"),
                        new Route("/api/resume-parser/", "resume-parser")),
                List.of(),
                List.of(new Edge("public", "production", Optional.empty())),
                List.of(
                        new Store.Database(
                                "database",
                                List.of("profiles"),
                                List.of(new ColumnName("profiles", "email")),
                                Optional.of(new ColumnName("schema_migrations", "version"))),
                        new Store.ObjectStorage("storage", "resumes", true)),
                Optional.of(
                        new RoutingHeader("X-Environment", Optional.empty(), UnknownValue.FALLBACK, Optional.empty())),
                Optional.empty(),
                Optional.of(new Identity(
                        "identity",
                        "/environment",
                        Map.of("database", "/stores/database", "storage", "/stores/storage"))),
                List.of(RECORDS, OBJECTS),
                List.of(),
                List.of(),
                List.of(),
                Optional.of(new Logs("/environment", "/request", Map.of(), Optional.empty())),
                List.of(
                        environment("staging", "STAGING", Set.of("records", "objects")),
                        environment("production", "PROD", Set.of())),
                List.of(),
                Map.of(),
                Optional.empty());
    }

    public static Environment environment(String name, String suffix, Set<String> canaries) {
        return new Environment(
                name,
                Set.of(),
                "public",
                Optional.empty(),
                suffix + "_URL",
                Optional.empty(),
                Map.of(),
                name.equals("staging")
                        ? Optional.of(new AccessKey("X-Access-Key", "STAGING_ACCESS_KEY"))
                        : Optional.empty(),
                List.of(
                        address("database", "DATABASE_URL_" + suffix, Optional.empty()),
                        address("storage", "SUPABASE_URL_" + suffix, Optional.of("SUPABASE_KEY_" + suffix))),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                canaries,
                Exposure.CLOSED,
                Exposure.CLOSED,
                false,
                "info",
                Map.of(),
                Optional.empty(),
                List.of(),
                Map.of(),
                true,
                List.of(),
                EdgeSecurity.unlessDeclared(),
                SecretPolicy.NONE);
    }

    /** The same system with this one store. */
    public static SystemUnderTest with(Store store) {
        SystemUnderTest like = system();
        return new SystemUnderTest(
                like.name(),
                like.services(),
                like.routes(),
                like.calls(),
                like.edges(),
                List.of(store),
                like.routingHeader(),
                like.health(),
                like.identity(),
                List.of(),
                like.promotion(),
                like.debugEndpoints(),
                like.apiDocumentation(),
                like.logs(),
                like.environments());
    }

    /** The same environment with other stores. */
    public static Environment withStores(Environment like, List<StoreAddress> stores) {
        return new Environment(
                like.name(),
                like.aliases(),
                like.edge(),
                like.url(),
                like.urlVariable(),
                like.replica(),
                like.serviceUrls(),
                like.access(),
                stores,
                like.secrets(),
                like.cors(),
                like.rateLimit(),
                like.canaries(),
                like.debugEndpoints(),
                like.apiDocumentation(),
                like.mocksAllowed(),
                like.logLevel(),
                like.logFiles(),
                like.containers(),
                like.variablesFrom(),
                like.publicUrls(),
                like.isDeployed(),
                like.closedPorts(),
                like.edgeSecurity(),
                like.secretPolicy());
    }

    private static StoreAddress address(String store, String url, Optional<String> key) {
        return new StoreAddress(store, url, key, Optional.empty(), Optional.empty(), false, 0);
    }
}
