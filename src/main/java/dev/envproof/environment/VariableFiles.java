package dev.envproof.environment;

import dev.envproof.environment.yaml.Problems;
import dev.envproof.environment.yaml.YamlFile;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
        Map<String, String> written = new LinkedHashMap<>();
        files.forEach(file -> written.putAll(read(file, problems)));
        if (!problems.isEmpty()) {
            throw new BadEnvironmentFiles(problems.sorted());
        }
        Map<String, String> values = new LinkedHashMap<>();
        written.forEach((name, value) -> values.put(
                name,
                REFERENCE
                        .matcher(value)
                        .replaceAll(found ->
                                Matcher.quoteReplacement(written.getOrDefault(found.group(1), found.group())))));
        return new Variables(values);
    }

    private static Map<String, String> read(Path file, Problems problems) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (name.endsWith(".json") || name.endsWith(".yaml") || name.endsWith(".yml")) {
            return YamlFile.readForeign(file, problems)
                    .map(root -> SecretExport.of(root, problems))
                    .orElse(Map.of());
        }
        Map<String, String> values = new LinkedHashMap<>();
        EnvFile.read(file, problems).forEach(it -> values.put(it.name(), it.value()));
        return values;
    }
}
