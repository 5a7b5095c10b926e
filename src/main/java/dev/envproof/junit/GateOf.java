package dev.envproof.junit;

import dev.envproof.report.Gate;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands a test the gate of the launch's run: behind a supplier, for JUnit wraps what a resolver throws in its own frames. */
public final class GateOf implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Supplier.class;
    }

    @Override
    public Supplier<Gate> resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return () -> VerifiedRun.in(context).outcome().gate();
    }
}
