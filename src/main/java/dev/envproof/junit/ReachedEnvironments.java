package dev.envproof.junit;

import dev.envproof.environment.QualifiedName;
import dev.envproof.environment.Target;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.ParameterDeclarations;

/** Gives a test each environment of the launch's run. */
final class ReachedEnvironments implements ArgumentsProvider {

    @Override
    public Stream<? extends Arguments> provideArguments(ParameterDeclarations parameters, ExtensionContext context) {
        List<Target> targets = VerifiedRun.in(context).targets();
        boolean isOne = targets.stream().map(Target::system).distinct().count() == 1;
        return targets.stream()
                .map(target -> new Reached(target, isOne ? plain(target) : qualified(target)))
                .map(Arguments::of);
    }

    private static String plain(Target target) {
        return target.environment().name();
    }

    private static String qualified(Target target) {
        return QualifiedName.in(target.system().name(), plain(target));
    }
}
