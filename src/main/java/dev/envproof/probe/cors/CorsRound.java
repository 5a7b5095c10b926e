package dev.envproof.probe.cors;

import dev.envproof.environment.CorsPolicy;
import dev.envproof.environment.Target;
import dev.envproof.probe.Addressed;
import dev.envproof.probe.Ask;
import dev.envproof.probe.Lookout;
import dev.envproof.probe.Reply;
import dev.envproof.probe.Volley;
import dev.envproof.probe.cors.CorsAnswer.Kind;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tries origins at paths of one environment's edge, all in one volley. */
final class CorsRound {
    private static final int AT_ONCE = 8;
    /** Longer than other requests get: hundreds are sent, and one late answer leaves a whole rule open. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Target target;
    private final CorsPolicy policy;
    private final OriginTable table;
    private final Browser browser;
    private final List<Attempt> attempts = new ArrayList<>();

    CorsRound(Target target, CorsPolicy policy, OriginTable table) {
        this.target = target;
        this.policy = policy;
        this.table = table;
        this.browser = new Browser(target, policy);
    }

    /** The positive control: each declared origin, with each declared method, and a real request. */
    void declaredAt(String path) {
        for (TriedOrigin origin : table.declared()) {
            methods().forEach(method -> attempts.add(new Attempt(path, origin, Kind.PREFLIGHT, method)));
            attempts.add(new Attempt(path, origin, Kind.REAL, "GET"));
        }
    }

    /** Each origin that nothing declares, in each way that a browser asks. */
    void undeclaredAt(String path, List<TriedOrigin> origins, List<Kind> kinds) {
        for (TriedOrigin origin : origins) {
            for (Kind kind : kinds) {
                if (table.isForeign(origin, kind)) {
                    attempts.add(new Attempt(path, origin, kind, methods().get(0)));
                }
            }
        }
    }

    void privateNetworkAt(String path) {
        for (List<TriedOrigin> origins : List.of(table.declared(), table.foreign())) {
            origins.stream()
                    .limit(1)
                    .map(origin -> new Attempt(
                            path,
                            origin,
                            Kind.PRIVATE_NETWORK_PREFLIGHT,
                            methods().get(0)))
                    .forEach(attempts::add);
        }
    }

    List<CorsPath> send(Lookout lookout) {
        // the rest of the budget is for judging what came in
        List<Reply> replies = new Volley(
                        lookout.wire(),
                        AT_ONCE,
                        lookout.budget().multipliedBy(3).dividedBy(4))
                .send(attempts.stream().map(this::ask).toList());
        Map<String, List<CorsAnswer>> byPath = new LinkedHashMap<>();
        for (int i = 0; i < replies.size(); i++) {
            Attempt attempt = attempts.get(i);
            byPath.computeIfAbsent(attempt.path(), path -> new ArrayList<>()).add(answer(attempt, replies.get(i)));
        }
        return byPath.entrySet().stream()
                .map(entry -> path(entry.getKey(), entry.getValue()))
                .toList();
    }

    private CorsPath path(String path, List<CorsAnswer> answers) {
        OriginShape control = table.declared().isEmpty() ? OriginShape.FOREIGN : OriginShape.DECLARED;
        Optional<String> doubt = answers.stream()
                .filter(answer -> answer.kind() == Kind.REAL && answer.origin().shape() == control)
                .flatMap(answer -> Addressed.doubt(target, answer.reply()).stream())
                .findFirst();
        return new CorsPath(path, isPublic(policy, path), doubt, answers);
    }

    private CorsAnswer answer(Attempt attempt, Reply reply) {
        // An outer layer that turns an odd origin away with a 4xx need not know the environment.
        boolean turnedAway = reply instanceof Reply.Answer answer && answer.status() >= 400 && answer.status() < 500;
        boolean speaksForItself = reply instanceof Reply.NoAnswer || (attempt.kind() == Kind.REAL && !turnedAway);
        Optional<String> doubt = speaksForItself ? Addressed.doubt(target, reply) : Optional.empty();
        return new CorsAnswer(attempt.origin(), attempt.kind(), attempt.method(), reply, doubt);
    }

    private Ask ask(Attempt attempt) {
        return asked(attempt).within(PATIENCE);
    }

    private Ask asked(Attempt attempt) {
        String origin = attempt.origin().value();
        URI address = target.edge().resolve(attempt.path());
        return switch (attempt.kind()) {
            case PREFLIGHT -> browser.preflight(address, origin, attempt.method());
            case PRIVATE_NETWORK_PREFLIGHT -> browser.privateNetworkPreflight(address, origin, attempt.method());
            case REAL -> browser.real(address, origin);
        };
    }

    private List<String> methods() {
        return policy.methods().isEmpty()
                ? List.of("GET")
                : policy.methods().stream().sorted().toList();
    }

    /** A declared path that ends with a slash means everything below it. */
    static boolean isPublic(CorsPolicy policy, String path) {
        return policy.publicPaths().stream()
                .anyMatch(declared -> declared.equals(path) || (declared.endsWith("/") && path.startsWith(declared)));
    }

    private record Attempt(String path, TriedOrigin origin, Kind kind, String method) {}
}
