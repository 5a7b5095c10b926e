package dev.envproof.junit;

import dev.envproof.suite.Finding;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.ParameterDeclarations;

/**
 * Gives a class its subjects: none where the suite leaves the family out or no rule of it applies. Whether enough was
 * judged is the gate's to say, alike for JUnit and the jar; a launch without any test fails by Failsafe's failIfNoTests.
 */
final class Subjects implements ArgumentsProvider {

    @Override
    public Stream<? extends Arguments> provideArguments(ParameterDeclarations parameters, ExtensionContext context) {
        String family =
                context.getRequiredTestClass().getAnnotation(FamilyOf.class).value();
        return VerifiedRun.in(context)
                .findings(family)
                .map(Finding::subject)
                .distinct()
                .map(Arguments::of);
    }
}
