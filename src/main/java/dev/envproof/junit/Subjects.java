package dev.envproof.junit;

import dev.envproof.run.Run;
import dev.envproof.suite.Finding;
import dev.envproof.suite.Subject;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.ParameterDeclarations;

/** Gives a class its subjects: none where the suite leaves the family out, and a failure where nothing was judged. */
final class Subjects implements ArgumentsProvider {

    @Override
    public Stream<? extends Arguments> provideArguments(ParameterDeclarations parameters, ExtensionContext context) {
        String family =
                context.getRequiredTestClass().getAnnotation(FamilyOf.class).value();
        Run run = VerifiedRun.in(context).run();
        List<Subject> subjects = run.findings().of(family).stream()
                .map(Finding::subject)
                .distinct()
                .toList();
        if (subjects.isEmpty() && run.selects(family)) {
            throw NothingVerified.family(family);
        }
        return subjects.stream().map(Arguments::of);
    }
}
