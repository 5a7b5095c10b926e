package dev.envproof.rule.cors;

import dev.envproof.probe.cors.CorsAnswer;
import dev.envproof.probe.cors.CorsAnswer.Kind;
import dev.envproof.probe.cors.CorsPath;
import dev.envproof.probe.cors.OriginShape;
import dev.envproof.rule.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Judges answers that admit a declared origin; whatever keeps them from admitting it is another rule's finding. */
final class Admission {
    private Admission() {}

    /** Leaves public paths out: nothing depends on the origin there. */
    static Verdict of(List<CorsPath> paths, List<Kind> kinds, Function<CorsAnswer, Verdict> judge) {
        return Verdict.all(paths.stream()
                .filter(path -> !path.isPublic())
                .flatMap(path -> declared(path, kinds)
                        .map(answer -> obstacle(path, answer)
                                .map(why -> Verdict.inconclusive(why, answer.exchange()))
                                .orElseGet(() -> judge.apply(answer))))
                .toList());
    }

    /** A declared origin that is refused beside one that is admitted leaves enough to judge. */
    private static Stream<CorsAnswer> declared(CorsPath path, List<Kind> kinds) {
        return path.of(OriginShape.DECLARED).stream()
                .filter(answer -> kinds.contains(answer.kind()))
                .filter(answer ->
                        !isRefused(path, answer) || path.control(answer.kind()).isEmpty());
    }

    /** Whether it admits nobody; an answer that can't be judged refuses nobody either. */
    static boolean isRefused(CorsPath path, CorsAnswer answer) {
        return path.doubt(answer).isEmpty()
                && answer.allowedOrigins().size() <= 1
                && !answer.admits()
                && !answer.admitsAll();
    }

    private static Optional<String> obstacle(CorsPath path, CorsAnswer answer) {
        Optional<String> doubt = path.doubt(answer);
        if (doubt.isPresent()) {
            return doubt;
        }
        if (answer.allowedOrigins().size() > 1) {
            return Optional.of("two layers answer; see " + Refusal.idOf(OneAllowOriginAnswers.class));
        }
        if (answer.admitsAll()) {
            return Optional.of("* is answered; see " + Refusal.idOf(PrivateEndpointIsNotOpenToAll.class));
        }
        return answer.admits()
                ? Optional.empty()
                : Optional.of("the declared origin is refused; see " + Refusal.idOf(DeclaredOriginIsAdmitted.class));
    }
}
