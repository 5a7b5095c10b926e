package dev.envproof.report;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.json.JsonMapper;

/** A JSON Schema that a report must fit. */
public final class ReportSchema {
    /** Each is read once: they are large. */
    private static final Map<String, ReportSchema> READ = new ConcurrentHashMap<>();

    private final Schema schema;

    private ReportSchema(String text, SpecificationVersion version) {
        this.schema = SchemaRegistry.withDefaultDialect(version).getSchema(new JsonMapper().readTree(text));
    }

    /** The official one. */
    public static ReportSchema ofSarif() {
        return READ.computeIfAbsent("SARIF", name -> readSarif());
    }

    /** One that this project gives to readers of its files. */
    public static ReportSchema own(String name) {
        return READ.computeIfAbsent(name, ReportSchema::read);
    }

    private static ReportSchema readSarif() {
        try (InputStream in =
                Objects.requireNonNull(ReportSchema.class.getResourceAsStream("schema/sarif-2.1.0.schema.json"))) {
            return new ReportSchema(
                    new String(in.readAllBytes(), StandardCharsets.UTF_8), SpecificationVersion.DRAFT_7);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static ReportSchema read(String name) {
        try {
            return new ReportSchema(
                    Files.readString(Path.of("docs", "schemas", name + ".schema.json")),
                    SpecificationVersion.DRAFT_2020_12);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What is wrong with a text; empty where it fits. */
    public List<String> complaints(String json) {
        return schema.validate(new JsonMapper().readTree(json)).stream()
                .map(Object::toString)
                .toList();
    }
}
