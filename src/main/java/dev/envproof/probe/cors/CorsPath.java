package dev.envproof.probe.cors;

import dev.envproof.probe.cors.CorsAnswer.Kind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What one path of an environment's edge answered to pages of several origins.
 *
 * @param isPublic declared for everyone, without credentials
 * @param doubt why the path's answers may not be the environment's
 */
public record CorsPath(String path, boolean isPublic, Optional<String> doubt, List<CorsAnswer> answers) {
    public CorsPath {
        answers = List.copyOf(answers);
    }

    public List<CorsAnswer> of(OriginShape shape) {
        return answers.stream()
                .filter(answer -> answer.origin().shape() == shape)
                .toList();
    }

    public List<CorsAnswer> of(OriginShape shape, Kind kind) {
        return of(shape).stream().filter(answer -> answer.kind() == kind).toList();
    }

    public boolean admits(OriginShape shape) {
        return of(shape).stream().anyMatch(CorsAnswer::admits);
    }

    /** The answer that shows that a request of this kind can be admitted here; any preflight stands for any other. */
    public Optional<CorsAnswer> control(Kind kind) {
        return of(OriginShape.DECLARED).stream()
                .filter(answer -> (answer.kind() == Kind.REAL) == (kind == Kind.REAL))
                .filter(CorsAnswer::admits)
                .findFirst();
    }

    /** Whether a declared origin is admitted as long as it asks for no header. */
    public boolean admitsWithoutHeaders(TriedOrigin origin) {
        return of(OriginShape.DECLARED, Kind.BARE_PREFLIGHT).stream()
                .filter(answer -> answer.origin().equals(origin))
                .anyMatch(CorsAnswer::admits);
    }

    /** Whether a foreign page is admitted when it asks beforehand. */
    public boolean admitsForeignPreflight() {
        return of(OriginShape.FOREIGN).stream().anyMatch(answer -> answer.kind() != Kind.REAL && answer.admits());
    }

    /** Whether a foreign page is refused when it asks beforehand, and admitted when it does not. */
    public boolean isLaxerThanItsPreflight() {
        return control(Kind.PREFLIGHT).isPresent()
                && !admitsForeignPreflight()
                && of(OriginShape.FOREIGN, Kind.REAL).stream().anyMatch(CorsAnswer::admits);
    }

    /** Why what was seen of this path in this answer can't be judged. */
    public Optional<String> doubt(CorsAnswer answer) {
        return Stream.of(doubt, answer.doubt())
                .flatMap(Optional::stream)
                .findFirst()
                .map(why -> path + ": " + why);
    }
}
