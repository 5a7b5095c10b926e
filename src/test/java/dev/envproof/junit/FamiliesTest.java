package dev.envproof.junit;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.envproof.suite.Rules;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** JUnit presents the very findings that the jar prints: every family has its class, and each but one. */
class FamiliesTest {
    private static final JavaClasses SUITES = new ClassFileImporter().importPackages("dev.envproof.suites");

    @Test
    void every_family_of_rules_has_one_suite_class() {
        List<String> presented = suites().map(FamiliesTest::family).toList();
        assertThat(presented).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(families());
    }

    /** The simple name of the class that presents a family. */
    static String suiteOf(String family) {
        return suites().filter(type -> family(type).equals(family))
                .map(JavaClass::getSimpleName)
                .collect(Collectors.joining());
    }

    private static Stream<JavaClass> suites() {
        return SUITES.stream().filter(type -> type.isAnnotatedWith(FamilyOf.class));
    }

    private static String family(JavaClass type) {
        return type.getAnnotationOfType(FamilyOf.class).value();
    }

    private static Set<String> families() {
        return Rules.all().stream()
                .map(rule -> rule.card().id())
                .map(id -> id.substring(0, id.indexOf('/')))
                .collect(Collectors.toSet());
    }
}
