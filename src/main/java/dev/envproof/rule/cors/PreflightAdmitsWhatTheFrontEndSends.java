package dev.envproof.rule.cors;

import dev.envproof.environment.CorsPolicy;
import dev.envproof.environment.Environment;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.fault.Fault;
import dev.envproof.probe.cors.CorsAnswer;
import dev.envproof.probe.cors.CorsAnswer.Kind;
import dev.envproof.probe.cors.CorsPath;
import dev.envproof.probe.cors.CorsProbe;
import dev.envproof.probe.cors.OriginShape;
import dev.envproof.rule.Card;
import dev.envproof.rule.Need;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Severity;
import dev.envproof.rule.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

@Card(
        id = "cors/preflight-admits-what-the-front-end-sends",
        says = "a preflight admits the methods and headers that the front end sends",
        severity = Severity.HIGH,
        because = "browsers drop the front end's request before it is sent",
        remedy = "add the missing names to the gateway's allowed methods and headers",
        requires = Need.CORS,
        trippedBy = Fault.CORS_PREFLIGHT_TOO_SHORT,
        verifies = {"JP-10", "CE-04"})
public final class PreflightAdmitsWhatTheFrontEndSends implements Rule.OfEnvironment<CorsProbe.Seen> {
    /** Names that need no permission whatever their value's form (Fetch Standard, "CORS-safelisted request-header"). */
    private static final Set<String> SAFE_HEADERS = Set.of("accept", "accept-language", "content-language");

    private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "POST");

    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, CorsProbe.Seen seen) {
        CorsPolicy policy = environment.cors().orElseThrow();
        Stream<Verdict> refused = seen.paths().stream()
                .filter(path -> !path.isPublic())
                .flatMap(path -> path.of(OriginShape.DECLARED, Kind.PREFLIGHT).stream()
                        .filter(answer -> Admission.isRefused(path, answer))
                        .filter(answer -> path.admitsWithoutHeaders(answer.origin()))
                        .map(answer -> refusedOutright(policy, path, answer)));
        Verdict listed = Admission.of(seen.paths(), List.of(Kind.PREFLIGHT), answer -> judge(policy, answer));
        return Verdict.all(Stream.concat(refused, Stream.of(listed)).toList());
    }

    /** Some servers list what they admit, whatever is asked; others refuse a preflight that asks for more. */
    private static Verdict refusedOutright(CorsPolicy policy, CorsPath path, CorsAnswer answer) {
        String headers = String.join(", ", policy.headers().stream().sorted().toList());
        return Verdict.broken(
                "every declared method and header admitted",
                "%s with %s is refused at %s (status %d), a preflight without headers is admitted"
                        .formatted(answer.method(), headers, path.path(), answer.status()),
                answer.exchange());
    }

    private static Verdict judge(CorsPolicy policy, CorsAnswer answer) {
        List<String> missing = Stream.concat(missingMethod(policy, answer).stream(), missingHeaders(policy, answer))
                .toList();
        return missing.isEmpty()
                ? Verdict.held("every declared method and header is admitted", answer.exchange())
                : Verdict.broken(
                        "every declared method and header admitted",
                        "not admitted: " + String.join(", ", missing),
                        answer.exchange());
    }

    /** A browser admits a safe method whatever the list says (Fetch Standard, "CORS-preflight fetch"). */
    private static Optional<String> missingMethod(CorsPolicy policy, CorsAnswer answer) {
        Set<String> allowed = answer.allowedMethods();
        boolean admitted = SAFE_METHODS.contains(answer.method())
                || allowed.contains(answer.method())
                || (allowed.contains("*") && !policy.credentials());
        return admitted ? Optional.empty() : Optional.of(answer.method());
    }

    /** A star stands for nothing beside credentials, and never for Authorization. */
    private static Stream<String> missingHeaders(CorsPolicy policy, CorsAnswer answer) {
        Set<String> allowed = answer.allowedHeaders();
        boolean star = allowed.contains("*") && !policy.credentials();
        return policy.headers().stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .filter(name -> !SAFE_HEADERS.contains(name) && !allowed.contains(name))
                .filter(name -> !star || name.equals("authorization"))
                .sorted();
    }
}
