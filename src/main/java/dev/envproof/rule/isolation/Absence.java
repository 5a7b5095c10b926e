package dev.envproof.rule.isolation;

import dev.envproof.probe.inspect.InspectProbe;
import dev.envproof.rule.Verdict;
import java.util.ArrayList;
import java.util.List;

/** A declared part that no container is could not be looked at: nothing is held over it. */
final class Absence {
    private Absence() {}

    static Verdict beside(Verdict verdict, InspectProbe.Seen... seen) {
        List<Verdict> parts = new ArrayList<>(List.of(verdict));
        for (InspectProbe.Seen one : seen) {
            one.absent()
                    .forEach(name -> parts.add(Verdict.inconclusive("resolve: `docker` names " + name
                            + ", but the engine has no such container of this environment")));
        }
        return Verdict.all(parts);
    }
}
