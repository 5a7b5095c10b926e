package dev.envproof.junit;

import dev.envproof.suite.Finding;
import dev.envproof.suite.Subject;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.ParameterDeclarations;

/** Gives a class its subjects; none is a failure with a sentence of its own. */
final class Subjects implements ArgumentsProvider {

    @Override
    public Stream<? extends Arguments> provideArguments(ParameterDeclarations parameters, ExtensionContext context) {
        String family =
                context.getRequiredTestClass().getAnnotation(FamilyOf.class).value();
        List<Subject> subjects = VerifiedRun.in(context).findings().of(family).stream()
                .map(Finding::subject)
                .distinct()
                .toList();
        if (subjects.isEmpty()) {
            throw new NothingJudged(family);
        }
        return subjects.stream().map(Arguments::of);
    }
}
