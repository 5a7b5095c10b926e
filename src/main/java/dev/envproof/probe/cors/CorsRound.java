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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Tries origins at paths of one environment's edge, all in one volley. */
final class CorsRound {
    private static final int AT_ONCE = 8;
    private static final int THROTTLED = 429;
    private static final Set<Integer> GATEWAY = Set.of(502, 503, 504);
    /** Longer than other requests get: hundreds are sent, and one late answer leaves a whole rule open. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Target target;
    private final CorsPolicy policy;
    private final OriginTable table;
    private final Browser browser;
    private final List<Attempt> attempts = new ArrayList<>();
    /** What anyone may read there is no secret; only credentials beside an undeclared origin tell of a lax policy. */
    private final Set<String> strays = new HashSet<>();

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
            attempts.add(new Attempt(path, origin, Kind.BARE_PREFLIGHT, plainestMethod()));
            attempts.add(new Attempt(path, origin, Kind.REAL, "GET"));
        }
    }

    /** A foreign origin in every way that a declared one asks. */
    void foreignAt(String path) {
        for (TriedOrigin origin : table.foreign()) {
            methods().forEach(method -> attempts.add(new Attempt(path, origin, Kind.PREFLIGHT, method)));
        }
        undeclaredAt(path, table.foreign(), List.of(Kind.BARE_PREFLIGHT, Kind.REAL));
    }

    /** A foreign origin at a path that does not exist: error pages are often made elsewhere than answers. */
    void nowhereBelow(String path) {
        String nowhere = path + table.label();
        strays.add(nowhere);
        undeclaredAt(nowhere, table.foreign(), List.of(Kind.REAL));
    }

    /** Each origin that nothing declares, in each way that a browser asks. */
    void undeclaredAt(String path, List<TriedOrigin> origins, List<Kind> kinds) {
        for (TriedOrigin origin : origins) {
            for (Kind kind : kinds) {
                if (table.isForeign(origin, kind)) {
                    attempts.add(new Attempt(path, origin, kind, plainestMethod()));
                }
            }
        }
    }

    void privateNetworkAt(String path) {
        for (List<TriedOrigin> origins : List.of(table.declared(), table.foreign())) {
            origins.stream()
                    .limit(1)
                    .map(origin -> new Attempt(path, origin, Kind.PRIVATE_NETWORK_PREFLIGHT, plainestMethod()))
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
        boolean isStray = strays.contains(path);
        OriginShape control = table.declared().isEmpty() || isStray ? OriginShape.FOREIGN : OriginShape.DECLARED;
        Optional<String> doubt = answers.stream()
                .filter(answer -> answer.kind() == Kind.REAL && answer.origin().shape() == control)
                .flatMap(answer -> (isStray ? answer.doubt() : Addressed.doubt(target, answer.reply())).stream())
                .findFirst();
        return new CorsPath(path, isStray || isPublic(policy, path), doubt, answers);
    }

    private CorsAnswer answer(Attempt attempt, Reply reply) {
        CorsAnswer undoubted =
                new CorsAnswer(attempt.origin(), attempt.kind(), attempt.method(), reply, Optional.empty());
        Optional<String> doubt = isWithheld(undoubted)
                ? Optional.of("the request was not let through: status " + undoubted.status())
                : speaksForItself(attempt, undoubted) ? Addressed.doubt(target, reply) : Optional.empty();
        return new CorsAnswer(attempt.origin(), attempt.kind(), attempt.method(), reply, doubt);
    }

    /** Who is throttled, or meets a gateway without its service, is not refused. */
    private boolean isWithheld(CorsAnswer answer) {
        boolean isTheServices =
                answer.reply() instanceof Reply.Answer reply && Addressed.namesItsEnvironment(target, reply);
        return answer.isSilent()
                && (answer.status() == THROTTLED || (GATEWAY.contains(answer.status()) && !isTheServices));
    }

    /** An outer layer that turns an odd origin away, or throws over it, need not know the environment. */
    private boolean speaksForItself(Attempt attempt, CorsAnswer answer) {
        boolean turnedAway = answer.status() >= 400 && (answer.status() < 500 || answer.isSilent());
        return answer.reply() instanceof Reply.NoAnswer
                || (attempt.kind() == Kind.REAL && !turnedAway && !strays.contains(attempt.path()));
    }

    private Ask ask(Attempt attempt) {
        return asked(attempt).within(PATIENCE);
    }

    private Ask asked(Attempt attempt) {
        String origin = attempt.origin().value();
        URI address = target.edge().resolve(attempt.path());
        return switch (attempt.kind()) {
            case BARE_PREFLIGHT -> browser.barePreflight(address, origin, attempt.method());
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

    /** One that no server has to list, where one is declared. */
    private String plainestMethod() {
        return Stream.of("GET", "POST")
                .filter(methods()::contains)
                .findFirst()
                .orElse(methods().get(0));
    }

    /** A declared path that ends with a slash means everything below it. */
    static boolean isPublic(CorsPolicy policy, String path) {
        String plain = URI.create(path).getRawPath();
        return policy.publicPaths().stream()
                .anyMatch(declared -> declared.equals(plain) || (declared.endsWith("/") && plain.startsWith(declared)));
    }

    private record Attempt(String path, TriedOrigin origin, Kind kind, String method) {}
}
