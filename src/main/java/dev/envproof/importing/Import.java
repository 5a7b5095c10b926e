package dev.envproof.importing;

import dev.envproof.environment.BadEnvironmentFiles;
import dev.envproof.environment.Forms;
import dev.envproof.environment.yaml.KeyPath;
import dev.envproof.environment.yaml.Place;
import dev.envproof.environment.yaml.Problems;
import dev.envproof.environment.yaml.TextFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes the first files of a system.
 *
 * @param environments the folder of all systems
 * @param files each {@code FILE} or {@code ENVIRONMENT=FILE}
 * @param overwrites whether files that are there already are replaced
 */
public record Import(Path environments, String system, List<String> files, boolean overwrites) {
    private static final String SYSTEM = "system";

    public Import {
        files = List.copyOf(files);
    }

    /**
     * Writes them, and says what was written and what could not be told.
     *
     * @throws BadEnvironmentFiles with every problem of what was given; nothing was written then
     */
    public List<String> run() {
        Problems problems = new Problems();
        check(problems);
        List<Input> inputs = files.stream()
                .flatMap(file -> Input.of(file, problems).stream())
                .toList();
        throwThose(problems);
        Gathered gathered = Gathered.of(inputs, problems);
        throwThose(problems);
        Path folder = environments.resolve(system);
        Drafts drafts = new Drafting(gathered, folder).drafts(system);
        List<Path> written = new SystemFolderWriter(folder, overwrites).write(texts(drafts, sources(inputs)));
        return report(written, drafts);
    }

    private void check(Problems problems) {
        if (!Forms.isName(system)) {
            problems.add(
                    Place.wholeOf("import " + KeyPath.shown(system)), "", "no system's name", Forms.NAME.accepted());
        }
        if (files.isEmpty()) {
            problems.add(
                    Place.wholeOf("import"),
                    "",
                    "no file",
                    "compose files, env files, an nginx.conf; see import --help");
        }
    }

    private static void throwThose(Problems problems) {
        if (!problems.isEmpty()) {
            throw new BadEnvironmentFiles(problems.sorted());
        }
    }

    private static String sources(List<Input> inputs) {
        return inputs.stream()
                .map(input -> KeyPath.shown(String.valueOf(input.file().getFileName())))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static Map<String, String> texts(Drafts drafts, String sources) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put(SYSTEM, SystemText.of(drafts.system(), sources));
        drafts.environments().forEach(draft -> texts.put(draft.name(), EnvironmentText.of(draft, sources)));
        return texts;
    }

    private static List<String> report(List<Path> written, Drafts drafts) {
        List<String> lines = new ArrayList<>();
        SystemDraft system = drafts.system();
        lines.add("wrote " + TextFile.shown(written.get(0)) + ": "
                + Count.of(system.services().size(), "service")
                + ", " + Count.of(system.routes().size(), "route") + ", "
                + Count.of(system.stores().size(), "store"));
        for (int index = 0; index < drafts.environments().size(); index++) {
            lines.add("wrote " + TextFile.shown(written.get(index + 1)) + ": "
                    + EnvironmentText.summary(drafts.environments().get(index)));
        }
        lines.add("could not be told, or only taken for what it seems (a comment in its file):");
        untold(SYSTEM, system.notes()).forEach(lines::add);
        lines.add("  system: what a health answer looks like");
        drafts.environments()
                .forEach(draft -> untold(draft.name(), draft.notes()).forEach(lines::add));
        return lines;
    }

    private static Stream<String> untold(String file, List<Note> notes) {
        return notes.stream().map(note -> "  " + file + ": " + note.text());
    }
}
