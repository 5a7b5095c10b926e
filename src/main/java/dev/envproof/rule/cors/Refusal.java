package dev.envproof.rule.cors;

import dev.envproof.evidence.Exchange;
import dev.envproof.probe.cors.CorsAnswer;
import dev.envproof.probe.cors.CorsPath;
import dev.envproof.probe.cors.OriginShape;
import dev.envproof.rule.Card;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Judges whether origins of a shape are refused; where a wider shape is admitted, that one's rule has the finding. */
final class Refusal {
    private static final Map<OriginShape, Class<? extends Rule<?>>> OWNERS = Map.of(
            OriginShape.FOREIGN, ForeignOriginIsRefused.class,
            OriginShape.PREFIX, LookalikePrefixIsRefused.class,
            OriginShape.SUFFIX, LookalikeSuffixIsRefused.class,
            OriginShape.NEIGHBOUR, UndeclaredSubdomainIsRefused.class,
            OriginShape.SUBDOMAIN, UndeclaredSubdomainIsRefused.class,
            OriginShape.ODD_CHARACTER, OddCharactersAreRefused.class,
            OriginShape.OTHER_PORT, OtherPortIsRefused.class);

    private final List<CorsPath> paths;
    private final List<Tried> refused = new ArrayList<>();
    private final List<Tried> admitted = new ArrayList<>();
    private final List<Tried> open = new ArrayList<>();

    private Refusal(List<OriginShape> shapes, List<CorsPath> paths) {
        this.paths = paths;
        for (CorsPath path : paths) {
            for (CorsAnswer answer :
                    shapes.stream().flatMap(shape -> path.of(shape).stream()).toList()) {
                Optional<String> obstacle = obstacle(path, answer);
                Tried tried = new Tried(path, answer, obstacle.orElse(""));
                (obstacle.isPresent() ? open : admits(path, answer) ? admitted : refused).add(tried);
            }
        }
    }

    static Verdict of(OriginShape shape, List<CorsPath> paths) {
        return of(List.of(shape), paths);
    }

    static Verdict of(List<OriginShape> shapes, List<CorsPath> paths) {
        Refusal refusal = new Refusal(shapes, paths);
        if (!refusal.admitted.isEmpty()) {
            return new Verdict.Broken(
                    "no Access-Control-Allow-Origin", where(refusal.admitted), exchanges(refusal.admitted));
        }
        if (!refusal.open.isEmpty()) {
            String why = Listing.of(refusal.open.stream().map(Tried::obstacle), "; ");
            return new Verdict.Inconclusive(why, exchanges(refusal.open));
        }
        return refusal.refused.isEmpty()
                ? Verdict.inconclusive("no such origin was tried")
                : new Verdict.Held("nothing undeclared for " + where(refusal.refused), exchanges(refusal.refused));
    }

    static String idOf(Class<? extends Rule<?>> rule) {
        return rule.getAnnotation(Card.class).id();
    }

    private Optional<String> obstacle(CorsPath path, CorsAnswer answer) {
        Optional<String> doubt = path.doubt(answer);
        if (doubt.isPresent() || (path.isPublic() && !admits(path, answer))) {
            return doubt;
        }
        if (answer.admitsAll()) {
            return Optional.of("* is answered; see " + idOf(PrivateEndpointIsNotOpenToAll.class));
        }
        return answer.admits() ? owner(path, answer) : noControl(path, answer);
    }

    private Optional<String> owner(CorsPath path, CorsAnswer answer) {
        OriginShape shape = answer.origin().shape();
        boolean isLax = !path.admitsForeignPreflight() && paths.stream().anyMatch(CorsPath::isLaxerThanItsPreflight);
        if (shape == OriginShape.FOREIGN && isLax) {
            return Optional.of(
                    "only its preflight refuses any origin; see " + idOf(RealRequestAgreesWithPreflight.class));
        }
        return shape.wider().stream()
                .filter(wider -> paths.stream().anyMatch(any -> any.admits(wider)))
                .findFirst()
                .flatMap(wider -> Optional.ofNullable(OWNERS.get(wider))
                        .map(owner -> wider.says() + " may call; see " + idOf(owner)));
    }

    private static Optional<String> noControl(CorsPath path, CorsAnswer answer) {
        boolean nothingDeclared = path.of(OriginShape.DECLARED).isEmpty();
        return nothingDeclared || path.control(answer.kind()).isPresent()
                ? Optional.empty()
                : Optional.of("no declared origin is admitted either, so a refusal proves nothing; see "
                        + idOf(DeclaredOriginIsAdmitted.class));
    }

    /** What is public to everyone without credentials tells a foreign page nothing that it could not ask itself. */
    private static boolean admits(CorsPath path, CorsAnswer answer) {
        return answer.admits() && (!path.isPublic() || answer.allowsCredentials());
    }

    private static String where(List<Tried> all) {
        return Listing.of(all.stream().map(tried -> tried.answer().origin().value()), ", ")
                + " at "
                + Listing.of(all.stream().map(tried -> tried.path().path()), ", ");
    }

    /** The first answers, and the positive control beside them. */
    private static List<Exchange> exchanges(List<Tried> all) {
        Stream<CorsAnswer> control = all.stream()
                .limit(1)
                .flatMap(tried -> tried.path().control(tried.answer().kind()).stream());
        return Stream.concat(all.stream().map(Tried::answer).limit(Listing.SHOWN), control)
                .map(CorsAnswer::exchange)
                .toList();
    }

    private record Tried(CorsPath path, CorsAnswer answer, String obstacle) {}
}
