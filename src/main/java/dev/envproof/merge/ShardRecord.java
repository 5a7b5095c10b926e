package dev.envproof.merge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.envproof.environment.UnknownName;
import dev.envproof.evidence.ShownText;
import dev.envproof.report.Gate;
import dev.envproof.report.Json;
import dev.envproof.report.Outcome;
import dev.envproof.suite.Shard;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * {@code shard.json}: all that one shard found, for {@code merge}. What targets said in it was redacted when it was seen.
 *
 * @param targets environment to address
 * @param started in ISO 8601
 * @param reasons why the shard's gate is closed beyond what its findings show
 * @param alerts of the one shard that asks for them
 * @param version what the services said they are
 */
public record ShardRecord(
        int shard,
        int of,
        Basis basis,
        String system,
        String suite,
        String engine,
        List<String> deviations,
        List<String> environments,
        Map<String, String> targets,
        String started,
        long durationMillis,
        long verificationMillis,
        List<Judged> findings,
        List<LeftOut> notApplicable,
        List<String> leftBehind,
        List<String> reasons,
        List<Raised> alerts,
        String version) {
    public static final String FILE = "shard.json";

    private static final int LARGEST = 64 * 1024 * 1024;
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final int LONGEST_VERSION = 500;

    public ShardRecord {
        version = ShownText.of(version, LONGEST_VERSION);
        deviations = List.copyOf(deviations);
        environments = List.copyOf(environments);
        targets = Map.copyOf(targets);
        findings = List.copyOf(findings);
        notApplicable = List.copyOf(notApplicable);
        leftBehind = List.copyOf(leftBehind);
        reasons = List.copyOf(reasons);
        alerts = List.copyOf(alerts);
    }

    public static ShardRecord of(Outcome outcome, Basis basis, String version) {
        Shard shard = outcome.findings().shard();
        Map<String, String> targets = new TreeMap<>();
        outcome.targets().forEach(line -> targets.put(line.environment(), line.address()));
        return new ShardRecord(
                shard.index(),
                shard.of(),
                basis,
                outcome.findings().system(),
                outcome.suite().name(),
                outcome.engine(),
                outcome.deviations(),
                outcome.findings().environments(),
                targets,
                outcome.started().toString(),
                outcome.took().toMillis(),
                outcome.findings().took().toMillis(),
                outcome.findings().findings().stream().map(Judged::of).toList(),
                outcome.findings().notApplicable().stream().map(LeftOut::of).toList(),
                outcome.findings().leftBehind(),
                further(outcome),
                outcome.watch().alerts().stream().map(Raised::of).toList(),
                version);
    }

    private static List<String> further(Outcome outcome) {
        LocalDate today = LocalDate.ofInstant(outcome.started(), ZoneOffset.UTC);
        List<String> told =
                Gate.decide(outcome.findings(), outcome.suite(), today).reasons();
        return outcome.gate().reasons().stream()
                .filter(reason -> !told.contains(reason))
                .toList();
    }

    /** The whole file. */
    public String json() {
        return Json.print(this);
    }

    /**
     * @param reports the folder of a shard's reports
     * @throws UnfitShards where it holds none that can be used
     */
    static ShardRecord in(Path reports) {
        Path file = reports.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            throw new UnfitShards(reports + ": no " + FILE + "; accepted: the reports of a run with -Dshard");
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new UnfitShards(file + ": more than " + LARGEST + " bytes; accepted: what a run wrote");
            }
            return Optional.ofNullable(MAPPER.readValue(bytes, ShardRecord.class))
                    .orElseThrow(() -> new UnfitShards(file + ": nothing in it; accepted: what a run wrote"))
                    .ofSplit(file);
        } catch (JsonProcessingException foreign) {
            throw new UnfitShards(file + ": not as a run of this version writes it" + ShardRecord.place(foreign)
                    + "; accepted: the reports of a run with -Dshard");
        } catch (IOException unreadable) {
            throw new UnfitShards(
                    file + ": can't be read: " + unreadable.getClass().getSimpleName());
        }
    }

    private ShardRecord ofSplit(Path file) {
        try {
            Shard.named(shard + "/" + of);
            return this;
        } catch (UnknownName impossible) {
            throw new UnfitShards(
                    file + ": no shard that can be: " + shard + "/" + of + "; accepted: what a run wrote");
        }
    }

    Instant startedAt() {
        try {
            return Instant.parse(started);
        } catch (DateTimeParseException foreign) {
            throw new UnfitShards(FILE + ": `started` is no time; accepted: what a run wrote");
        }
    }

    /** The line alone: the message may quote the file. */
    private static String place(JsonProcessingException foreign) {
        return foreign.getLocation() == null
                ? ""
                : " (line " + foreign.getLocation().getLineNr() + ")";
    }
}
