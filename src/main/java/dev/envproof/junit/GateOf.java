package dev.envproof.junit;

import dev.envproof.report.Gate;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands a test the gate of the launch's run. */
public final class GateOf implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Gate.class;
    }

    @Override
    public Gate resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return VerifiedRun.in(context).run().gate();
    }
}
