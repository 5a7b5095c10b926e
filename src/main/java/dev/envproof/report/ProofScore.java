package dev.envproof.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * How the rules themselves did in the proof, family by family.
 *
 * @param engine which replica showed the deviations
 * @param when the day of the proof
 */
public record ProofScore(String engine, String when, List<Family> families) {
    private static final String SHIPPED = "proof-score.txt";
    private static final String HEAD = """
            # Written by `GOLDEN=write mvn verify -Pproof -Dsystem=all` together with docs/proof.md; a test fails where they differ.
            # system/family | faults | detected | look-alikes | green | false alarms
            """;

    public ProofScore {
        families = List.copyOf(families);
    }

    /**
     * One family's part at one system.
     *
     * @param name {@code job-platform/cors}; the family alone where it is that of every system
     * @param detected faults that each rule which names them found, and nothing else did
     * @param green look-alikes at which no rule turned red
     */
    public record Family(String name, long faults, long detected, long lookAlikes, long green, long falseAlarms) {
        public String system() {
            return name.substring(0, name.indexOf('/'));
        }

        public String family() {
            return name.substring(name.indexOf('/') + 1);
        }

        Family named(String other) {
            return new Family(other, faults, detected, lookAlikes, green, falseAlarms);
        }

        Family and(Family more) {
            return new Family(
                    name,
                    faults + more.faults,
                    detected + more.detected,
                    lookAlikes + more.lookAlikes,
                    green + more.green,
                    falseAlarms + more.falseAlarms);
        }
    }

    /** The score that this envproof was released with. */
    public static ProofScore shipped() {
        try (InputStream in = Objects.requireNonNull(ProofScore.class.getResourceAsStream(SHIPPED))) {
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(SHIPPED, unreadable);
        }
    }

    /** The form of the file that ships. */
    public static ProofScore parse(String text) {
        String engine = "";
        String when = "";
        List<Family> families = new ArrayList<>();
        for (String line : text.lines().filter(it -> !it.startsWith("#")).toList()) {
            String[] parts = line.split(" \\| ", -1);
            if (parts.length == 6) {
                families.add(new Family(
                        parts[0],
                        number(parts[1]),
                        number(parts[2]),
                        number(parts[3]),
                        number(parts[4]),
                        number(parts[5])));
            } else if (parts[0].equals("engine")) {
                engine = parts[1];
            } else if (parts[0].equals("when")) {
                when = parts[1];
            }
        }
        return new ProofScore(engine, when, families);
    }

    /** The other way round. */
    public String text() {
        StringBuilder text = new StringBuilder(HEAD);
        text.append("engine | ").append(engine).append("\nwhen | ").append(when).append('\n');
        for (Family it : families) {
            text.append(it.name())
                    .append(" | ")
                    .append(it.faults())
                    .append(" | ")
                    .append(it.detected());
            text.append(" | ").append(it.lookAlikes()).append(" | ").append(it.green());
            text.append(" | ").append(it.falseAlarms()).append('\n');
        }
        return text.toString();
    }

    /** Of each system, all its families together. */
    public List<Family> bySystem() {
        return summed(Family::system);
    }

    /** Of each family, at all systems together. */
    List<Family> byFamily() {
        return summed(Family::family);
    }

    private List<Family> summed(Function<Family, String> name) {
        Map<String, Family> sums = new LinkedHashMap<>();
        families.forEach(it -> sums.merge(name.apply(it), it.named(name.apply(it)), Family::and));
        return List.copyOf(sums.values());
    }

    /** Of all families together. */
    public Family all() {
        return families.stream().reduce(new Family("all", 0, 0, 0, 0, 0), Family::and);
    }

    private static long number(String text) {
        return Long.parseLong(text.strip());
    }
}
