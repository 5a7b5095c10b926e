package dev.envproof.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnersTest {
    @TempDir
    private Path folder;

    @Test
    void a_rule_belongs_to_its_own_owner_else_to_its_familys_else_to_none() throws IOException {
        Owners owners = load("{ cors: edge team, cors/localhost-is-refused: front end }")
                .owners();

        assertThat(owners.of("cors/localhost-is-refused")).contains("front end");
        assertThat(owners.of("cors/foreign-origin-is-refused")).contains("edge team");
        assertThat(owners.of("routing/letter-case-does-not-matter")).isEmpty();
    }

    @Test
    void waivers_leave_the_owners_as_they_are() throws IOException {
        Suite suite = load("{ cors: edge team }");

        assertThat(suite.inForce(java.time.LocalDate.EPOCH).owners()).isEqualTo(suite.owners());
    }

    @Test
    void an_owner_of_what_is_neither_a_rule_nor_a_family_is_refused_by_name() {
        assertThatThrownBy(() -> load("{ corss: edge team }"))
                .hasMessageContaining("mine.yaml:5:")
                .hasMessageContaining("corss")
                .hasMessageContaining("docs/rules.md");
    }

    private Suite load(String owners) throws IOException {
        Files.writeString(
                folder.resolve("mine.yaml"),
                "suite: mine\nsays: mine\nat-least: 1\nblocking: low\nowners: " + owners + "\n");
        return new Suites(folder).load("mine");
    }
}
