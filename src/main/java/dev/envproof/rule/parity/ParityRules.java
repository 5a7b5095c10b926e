package dev.envproof.rule.parity;

import dev.envproof.rule.Rule;
import java.util.List;

/** Every rule of the family {@code parity}; a new one is one more line here. */
public final class ParityRules {
    private ParityRules() {}

    public static List<Rule<?>> all() {
        return List.of(
                new ApiDescriptionsAgree(),
                new BuildIsAsDeclared(),
                new BuildsAreEqual(),
                new DatabasesAgreeOnTime(),
                new DatabasesSortAlike(),
                new NoVariableIsUnknown(),
                new OneBuildAnswers(),
                new ProgramsRunInTheirDeclaredMode(),
                new RequiredVariablesAreSet(),
                new ValuesAreAsDeclared(),
                new ValuesCompareAsDeclared());
    }
}
