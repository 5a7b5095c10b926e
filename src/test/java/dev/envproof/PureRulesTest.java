package dev.envproof;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import java.io.Serializable;
import java.net.IDN;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Collections;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A rule judges what was seen and nothing else: the same evidence gives the same verdict, today and tomorrow. */
class PureRulesTest {
    private static final String RULES = Project.ROOT + ".rule..";

    @Test
    void rules_read_no_clock() {
        noClasses()
                .that()
                .resideInAPackage(RULES)
                .should()
                .dependOnClassesThat(belongToAnyOf(Clock.class, System.class))
                .orShould()
                .callMethodWhere(target(name("now")).and(target(owner(resideInAPackage("java.time..")))))
                .check(Project.SHIPPED);
    }

    @Test
    void rules_draw_no_random_numbers() {
        noClasses()
                .that()
                .resideInAPackage(RULES)
                .should()
                .dependOnClassesThat(belongToAnyOf(Random.class, SplittableRandom.class, SecureRandom.class))
                .orShould()
                .dependOnClassesThat(resideInAPackage("java.util.random.."))
                .orShould()
                .callMethod(UUID.class, "randomUUID")
                .orShould()
                .callMethod(Math.class, "random")
                .orShould()
                .callMethodWhere(target(name("shuffle")).and(target(owner(equivalentTo(Collections.class)))))
                .check(Project.SHIPPED);
    }

    @Test
    void rules_touch_no_network_file_process_or_thread() {
        noClasses()
                .that()
                .resideInAPackage(RULES)
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                                "java.io..", "java.net..", "java.nio.file..", "java.nio.channels..", "java.sql..")
                        .and(belongToAnyOf(Serializable.class, URI.class, IDN.class)
                                .negate()))
                .orShould()
                .dependOnClassesThat(belongToAnyOf(Runtime.class, Process.class, ProcessBuilder.class, Thread.class))
                .orShould()
                .dependOnClassesThat(resideInAPackage("java.util.concurrent.."))
                .check(Project.SHIPPED);
    }

    @Test
    void rules_keep_no_state() {
        fields().that()
                .areDeclaredInClassesThat()
                .resideInAPackage(RULES)
                .should()
                .beFinal()
                .check(Project.SHIPPED);
    }
}
