package dev.envproof;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What every source file of the project keeps to. */
class HouseRulesTest {
    private static final int LONGEST_FILE = 300;

    @Test
    void no_source_file_is_longer_than_300_lines() {
        assertThat(Project.sources())
                .isNotEmpty()
                .allSatisfy(
                        file -> assertThat(lines(file)).as("lines of %s", file).hasSizeLessThanOrEqualTo(LONGEST_FILE));
    }

    @Test
    void every_package_is_null_marked() {
        List<Path> marked = Project.sources().stream()
                .filter(file -> file.endsWith("package-info.java"))
                .filter(file -> lines(file).contains("@NullMarked"))
                .map(HouseRulesTest::packageOf)
                .toList();
        TreeSet<Path> all = Project.sources().stream()
                .map(HouseRulesTest::packageOf)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(all)
                .isNotEmpty()
                .as("packages without a @NullMarked package-info.java")
                .isSubsetOf(marked);
    }

    @Test
    void a_class_is_named_after_what_it_is() {
        noClasses()
                .should()
                .haveNameMatching(".*(Util|Utils|Manager|Helper|Impl|Base)(\\$.*)?")
                .because("such a name tells nothing: say what it is or does")
                .check(Project.ALL);
    }

    @Test
    void nothing_sleeps() {
        noClasses()
                .should()
                .callMethodWhere(describe(
                        "Thread.sleep",
                        call -> call.getTarget().getOwner().isEquivalentTo(Thread.class)
                                && call.getTarget().getName().equals("sleep")))
                .because("Awaitility waits for what is awaited, with a deadline")
                .check(Project.ALL);
    }

    private static Path packageOf(Path source) {
        return Path.of("src").relativize(source).subpath(2, source.getNameCount() - 2);
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
