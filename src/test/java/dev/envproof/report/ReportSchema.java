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
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;

/** A JSON Schema that a report must fit. */
final class ReportSchema {
    private final Schema schema;

    private ReportSchema(String text, SpecificationVersion version) {
        this.schema = SchemaRegistry.withDefaultDialect(version).getSchema(new JsonMapper().readTree(text));
    }

    /** The official one. */
    static ReportSchema ofSarif() {
        try (InputStream in =
                Objects.requireNonNull(ReportSchema.class.getResourceAsStream("schema/sarif-2.1.0.schema.json"))) {
            return new ReportSchema(
                    new String(in.readAllBytes(), StandardCharsets.UTF_8), SpecificationVersion.DRAFT_7);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** One that this project gives to readers of its files. */
    static ReportSchema own(String name) {
        try {
            return new ReportSchema(
                    Files.readString(Path.of("docs", "schemas", name + ".schema.json")),
                    SpecificationVersion.DRAFT_2020_12);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What is wrong with a text; empty where it fits. */
    List<String> complaints(String json) {
        return schema.validate(new JsonMapper().readTree(json)).stream()
                .map(Object::toString)
                .toList();
    }
}
