package dev.envproof.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.envproof.environment.UnknownName;
import dev.envproof.evidence.VisibleText;
import dev.envproof.rule.Card;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A {@code findings.json} of an earlier run; its text is a stranger's, so it is cut and made visible.
 *
 * @param findings by rule and subject, in the file's order
 */
record RecordedFindings(String system, Map<String, Recorded> findings) {
    private static final int LARGEST = 64 * 1024 * 1024;
    private static final int LONGEST = 200;
    private static final Set<String> VERDICTS = Set.of("held", "broken", "inconclusive", "waived");
    /** Rules that judge each pair once, in either order. */
    private static final Set<String> UNORDERED =
            Inventory.rules().stream().filter(Card::unordered).map(Card::id).collect(Collectors.toUnmodifiableSet());

    private static final String ACCEPTED = "; accepted: a findings.json that a run wrote";

    /** One finding. */
    record Recorded(String rule, String environment, Optional<String> other, String verdict, String detail) {
        boolean isAbout(String name) {
            return environment.equals(name) || other.filter(name::equals).isPresent();
        }

        String subject() {
            return other.map(to -> environment + " -> " + to).orElse(environment);
        }
    }

    /** @throws UnknownName where it is no file, or not what a run writes */
    static RecordedFindings read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LARGEST + 1); // a device says that it has no size
            if (bytes.length > LARGEST) {
                throw refused(file, "larger than 64 MB");
            }
            JsonNode root = new ObjectMapper().readTree(bytes);
            if (!root.path("system").isTextual() || !root.path("findings").isArray()) {
                throw refused(file, "no findings in it");
            }
            Map<String, Recorded> findings = new LinkedHashMap<>();
            for (JsonNode node : root.path("findings")) {
                Recorded one = recorded(file, node);
                findings.put(one.rule() + " " + one.subject(), one);
            }
            return new RecordedFindings(text(root, "system"), findings);
        } catch (JsonProcessingException noJson) {
            throw refused(file, "no JSON");
        } catch (NoSuchFileException missing) {
            throw refused(file, "no such file");
        } catch (IOException unreadable) {
            throw refused(file, "can't be read");
        }
    }

    /** Every environment that a rule about a single one judged: siblings of pairs may not have been verified. */
    List<String> environments() {
        return findings.values().stream()
                .filter(it -> it.other().isEmpty())
                .map(Recorded::environment)
                .distinct()
                .sorted()
                .toList();
    }

    /** The findings about these environments alone. */
    RecordedFindings about(List<String> environments) {
        Map<String, Recorded> own = new LinkedHashMap<>(findings);
        own.values()
                .removeIf(it -> !environments.contains(it.environment())
                        || !environments.containsAll(it.other().stream().toList()));
        return new RecordedFindings(system, own);
    }

    /**
     * The findings about one environment, keyed so that those of another can stand beside them: by the environment that it
     * is paired with, and by the side it stands on where that makes a difference.
     */
    RecordedFindings of(String environment, String comparedWith) {
        Map<String, Recorded> own = new LinkedHashMap<>();
        findings.values().stream()
                .filter(it -> it.isAbout(environment) && !it.isAbout(comparedWith))
                .forEach(it -> own.put(it.rule() + " " + beside(environment, it), it));
        return new RecordedFindings(system, own);
    }

    private static String beside(String environment, Recorded it) {
        boolean isFirst = it.environment().equals(environment);
        String side = UNORDERED.contains(it.rule()) ? "" : isFirst ? "to " : "from ";
        return it.other()
                .map(other -> side + (isFirst ? other : it.environment()))
                .orElse("");
    }

    private static Recorded recorded(Path file, JsonNode node) {
        String verdict = text(node, "verdict");
        if (!VERDICTS.contains(verdict)
                || !node.path("rule").isTextual()
                || !node.path("environment").isTextual()) {
            throw refused(file, "a finding without rule, environment or verdict");
        }
        Optional<String> other = Optional.of(text(node, "other")).filter(name -> !name.isEmpty());
        String detail = verdict.equals("held") ? "" : text(node, node.has("why") ? "why" : "saw");
        return new Recorded(text(node, "rule"), text(node, "environment"), other, verdict, detail);
    }

    private static String text(JsonNode node, String key) {
        String text = node.path(key).asText("");
        return VisibleText.of(text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text);
    }

    private static UnknownName refused(Path file, String seen) {
        return new UnknownName(VisibleText.of(file.toString()) + ": " + seen + ACCEPTED);
    }
}
