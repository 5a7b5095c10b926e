package dev.envproof.junit;

import dev.envproof.suite.Subject;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.ParameterInfo;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.ParameterDeclarations;

/** Gives a test the findings of its class's family and subject. */
final class Judged implements ArgumentsProvider {

    @Override
    public Stream<? extends Arguments> provideArguments(ParameterDeclarations parameters, ExtensionContext context) {
        String family =
                context.getRequiredTestClass().getAnnotation(FamilyOf.class).value();
        Subject subject = Optional.ofNullable(ParameterInfo.get(context))
                .map(declared -> declared.getArguments().get(0, Subject.class))
                .orElseThrow();
        return VerifiedRun.in(context).presented(family, subject).map(Arguments::of);
    }
}
