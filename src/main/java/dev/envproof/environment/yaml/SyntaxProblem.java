package dev.envproof.environment.yaml;

import java.util.Optional;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** Turns a parser's complaint into a problem with a remedy; the parser's own text would quote the file. */
final class SyntaxProblem {
    private SyntaxProblem() {}

    static Problem of(String file, String text, MarkedYAMLException broken) {
        Mark mark = Optional.ofNullable(broken.getProblemMark()).orElse(broken.getContextMark());
        if (mark == null) {
            return new Problem(Place.wholeOf(file), "", "not YAML", "YAML 1.2");
        }
        Place place = new Place(file, mark.getLine() + 1, mark.getColumn() + 1);
        String line = text.lines().skip(mark.getLine()).findFirst().orElse("");
        String said = Optional.ofNullable(broken.getProblem()).orElse("");
        if (said.contains("TAB") || line.stripTrailing().startsWith("\t") || line.matches(" *\t.*")) {
            return new Problem(place, "", "a tab in the indentation", "spaces");
        }
        boolean isVariable = mark.getColumn() > 0 && line.startsWith("${", mark.getColumn() - 1);
        String accepted =
                isVariable ? "\"${NAME}\" with quotes where it stands inside { } or [ ]" : "YAML 1.2, as `key: value`";
        return new Problem(place, "", "YAML syntax: " + KeyPath.printable(said) + start(broken), accepted);
    }

    private static String start(MarkedYAMLException broken) {
        if (broken.getContext() == null || broken.getContextMark() == null) {
            return "";
        }
        int line = broken.getContextMark().getLine() + 1;
        return " (" + KeyPath.printable(broken.getContext()) + " that starts in line " + line + ")";
    }
}
