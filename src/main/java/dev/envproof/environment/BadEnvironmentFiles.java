package dev.envproof.environment;

import dev.envproof.environment.yaml.Problem;
import java.util.List;
import java.util.stream.Collectors;

/** The files of a system cannot be used; the message lists every problem, one a line, and holds no variable's value. */
public final class BadEnvironmentFiles extends RuntimeException {
    private final transient List<Problem> problems;

    public BadEnvironmentFiles(List<Problem> problems) {
        super(problems.stream().map(Problem::text).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }
}
