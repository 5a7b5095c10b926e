package dev.envproof.environment;

import dev.envproof.environment.EnvFile.Assignment;
import dev.envproof.environment.yaml.Place;
import dev.envproof.environment.yaml.Problems;
import dev.envproof.environment.yaml.YamlFile;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The files that give a deployment its variables: env files, and secret managers' exports as JSON or YAML. */
final class VariableFiles {
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)}");

    private VariableFiles() {}

    /**
     * What they set; a later file overrides an earlier one. <code>${NAME}</code> of a variable in the same files is filled in
     * once, any other stays.
     *
     * @throws BadEnvironmentFiles where one can't be read; no value is quoted
     */
    static Variables read(List<Path> files) {
        Problems problems = new Problems();
        Map<String, Assignment> written = new LinkedHashMap<>();
        files.forEach(file -> read(file, problems).forEach(it -> written.put(it.name(), it)));
        if (!problems.isEmpty()) {
            throw new BadEnvironmentFiles(problems.sorted());
        }
        Map<String, String> values = new LinkedHashMap<>();
        written.forEach((name, it) -> values.put(
                name,
                REFERENCE
                        .matcher(it.value())
                        .replaceAll(found -> Matcher.quoteReplacement(
                                it.mayRefer(found.start()) && written.containsKey(found.group(1))
                                        ? written.get(found.group(1)).value()
                                        : found.group()))));
        return new Variables(values);
    }

    private static List<Assignment> read(Path file, Problems problems) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (name.endsWith(".json") || name.endsWith(".yaml") || name.endsWith(".yml")) {
            Place place = Place.wholeOf(YamlFile.shown(file));
            return YamlFile.readForeign(file, problems).stream()
                    .flatMap(root -> SecretExport.of(root, problems).entrySet().stream())
                    .map(it -> new Assignment(it.getKey(), it.getValue(), Set.of(), place))
                    .toList();
        }
        return EnvFile.read(file, problems);
    }
}
