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
        if (line.contains("${")) {
            return new Problem(
                    place,
                    "",
                    "YAML syntax: " + KeyPath.shown(said),
                    "a variable between quotes, as \"${NAME}\", where it stands inside { } or [ ]");
        }
        return new Problem(
                place, "", "YAML syntax: " + KeyPath.shown(said), "YAML 1.2; the cause may stand a line above");
    }
}
