package dev.envproof.cli;

/** What {@code init} writes: the smallest files that load, with what most systems add next as comments. */
final class FirstFiles {
    static final String SUITE = """
            suite: full
            says: every rule that applies to what is declared
            excludes: [health/health-follows-its-stores] # looks at nothing until a service has a store: take it out then
            at-least: 10 # rules judged per environment; fewer close the gate
            blocking: high # this severity and every worse one close the gate
            """;

    private FirstFiles() {}

    static String system(String system, String environment) {
        return """
                # Every key: docs/environments.md. A rule applies where what it needs is declared.
                system: %s
                services:
                  api: { stores: [] }
                routes:
                  - { path: /, service: api }
                edges:
                  public: { default-environment: %s }
                # Where a service tells its health, and JSON pointers into its answer.
                health: { path: health, status: /status, healthy: [ok], environment: /environment, checks: /checks }
                # JSON pointers into each line of a service's log.
                logs: { environment: /environment, request: /request }
                # The header that picks the environment, where several share an edge:
                # routing-header: { name: X-Environment, unknown-value: fallback }
                """.formatted(system, environment);
    }

    static String environment(String environment, String variable) {
        return """
                environment: %1$s
                edge: public
                # Its deployment; without a URL a local replica stands in.
                url: ${%2$s:}
                replica: embedded
                cors: { origins: ["https://%1$s.example"], methods: [GET, POST], headers: [Authorization], credentials: true }
                # The names of its secrets, never their values:
                # secrets:
                #   - { variable: SESSION_KEY, kind: opaque }
                """.formatted(environment, variable);
    }
}
