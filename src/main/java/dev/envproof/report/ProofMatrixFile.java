package dev.envproof.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.envproof.report.ProofScore.Family;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code proof/matrix.json} of a reports folder: what the last proof that ran there showed.
 *
 * @param unproven ids of the deviations that were not proven
 */
record ProofMatrixFile(ProofScore score, List<String> unproven) {
    static final String NAME = "proof/matrix.json";
    private static final long LONGEST = 16L * 1024 * 1024;

    ProofMatrixFile {
        unproven = List.copyOf(unproven);
    }

    /** Empty where there is none. */
    static Optional<ProofMatrixFile> in(Path reports) throws IOException {
        Path file = reports.resolve(NAME);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        if (Files.size(file) > LONGEST) {
            throw new IOException("longer than " + LONGEST / 1024 / 1024 + " MiB");
        }
        JsonNode tree = new ObjectMapper().readTree(file.toFile());
        if (!tree.path("cases").isArray()) {
            throw new IOException("no list of cases");
        }
        String day = Files.getLastModifiedTime(file).toInstant().toString().substring(0, 10);
        return Optional.of(of(tree, day));
    }

    private static ProofMatrixFile of(JsonNode tree, String day) {
        Map<String, Family> families = new LinkedHashMap<>();
        List<String> unproven = new ArrayList<>();
        for (JsonNode row : tree.path("cases")) {
            String id = row.path("deviation").asText();
            String name = id.contains("/") ? id.substring(0, id.indexOf('/')) : id;
            boolean isProven = row.path("proven").asBoolean();
            families.merge(name, family(name, row, isProven), Family::and);
            if (!isProven) {
                unproven.add(id);
            }
        }
        return new ProofMatrixFile(
                new ProofScore(tree.path("engine").asText(), day, new ArrayList<>(families.values())), unproven);
    }

    private static Family family(String name, JsonNode row, boolean isProven) {
        boolean isFault = row.path("kind").asText().equals("fault");
        long proven = isProven ? 1 : 0;
        long alarms = (long) row.path("falseAlarms").size() + row.path("damage").size();
        return isFault ? new Family(name, 1, proven, 0, 0, alarms) : new Family(name, 0, 0, 1, proven, alarms);
    }
}
