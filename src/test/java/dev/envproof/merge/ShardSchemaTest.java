package dev.envproof.merge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envproof.report.Hostile;
import dev.envproof.report.ReportSchema;
import dev.envproof.suite.Shard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShardSchemaTest {
    @TempDir
    private Path folder;

    @Test
    void what_shards_write_fits_the_schema() throws IOException {
        SplitRun run = new SplitRun(folder);
        List<Path> folders = Stream.concat(run.shards(3).stream(), Stream.of(run.late(new Shard(1, 3))))
                .toList();

        for (Path reports : folders) {
            assertThat(ReportSchema.own("shard").complaints(Files.readString(reports.resolve(ShardRecord.FILE))))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("dev.envproof.report.Hostile#texts")
    void a_strangers_text_fits_and_is_read_back(String text) throws IOException {
        new SplitRun(folder);
        ShardRecord written = ShardRecord.of(Hostile.outcome(text, folder), Basis.of(folder, "shop"), text);
        Files.writeString(folder.resolve(ShardRecord.FILE), written.json());

        assertThat(ReportSchema.own("shard").complaints(written.json())).isEmpty();
        assertThat(ShardRecord.in(folder)).isEqualTo(written);
    }
}
