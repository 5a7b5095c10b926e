package dev.envproof;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URLConnection;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of packages: which may use which, and which libraries each may import. */
class PackageArrowsTest {
    private static final String PACKAGES = """
            environment | environment
            evidence    | evidence
            fault       | fault
            nginx       | nginx
            probe       | probe nginx environment evidence
            rule        | rule probe fault evidence environment
            importing   | importing nginx environment
            replica     | replica environment evidence fault
            fingerprint | fingerprint probe evidence environment
            suite       | suite rule probe evidence environment
            history     | history suite rule evidence environment
            report      | report history suite rule evidence environment
            notify      | notify report history suite rule probe evidence environment
            proof       | proof report history suite replica rule probe fault evidence environment
            merge       | merge report history suite rule evidence environment
            run         | run fingerprint merge notify report history suite replica rule probe fault evidence environment
            cli         | cli importing run fingerprint merge proof notify report history suite replica rule probe fault evidence environment
            junit       | junit cli importing run fingerprint merge proof notify report history suite replica rule probe fault evidence environment
            """;

    private static final String LIBRARIES = """
            probe               | org.apache.hc org.apache.http java.net.http org.postgresql
            probe junit         | io.restassured
            probe replica       | java.sql javax.sql javax.net com.github.dockerjava
            probe replica report history | java.nio.channels
            probe replica       | redis.clients
            replica             | redis.embedded io.undertow org.xnio org.testcontainers io.zonky com.sun.net
            environment suite   | com.fasterxml.jackson.dataformat.yaml org.yaml org.snakeyaml
            junit               | org.junit org.opentest4j io.qameta
            """;

    @ParameterizedTest(name = "{0} uses only {1}")
    @CsvSource(delimiter = '|', textBlock = PACKAGES)
    void a_package_uses_only_those_below_it(String user, String used) {
        classes()
                .that()
                .resideInAPackage(below(user))
                .should()
                .onlyDependOnClassesThat(resideOutsideOfPackage(below("")).or(resideInAnyPackage(eachBelow(used))))
                .check(Project.SHIPPED);
    }

    @Test
    void every_class_that_ships_is_in_a_package_of_the_table() {
        String[] named = PACKAGES.lines()
                .map(line -> below(line.split("\\|", 2)[0].strip()))
                .toArray(String[]::new);
        classes().should().resideInAnyPackage(named).check(Project.SHIPPED);
    }

    @ParameterizedTest(name = "only {0} imports {1}")
    @CsvSource(delimiter = '|', textBlock = LIBRARIES)
    void a_library_is_imported_only_where_it_belongs(String users, String libraries) {
        String[] packages =
                Arrays.stream(libraries.split(" ", -1)).map(name -> name + "..").toArray(String[]::new);
        noClasses()
                .that()
                .resideOutsideOfPackages(eachBelow(users))
                .should()
                .dependOnClassesThat(resideInAnyPackage(packages))
                .check(Project.SHIPPED);
    }

    @Test
    void only_probes_and_replicas_open_connections() {
        noClasses()
                .that()
                .resideOutsideOfPackages(eachBelow("probe replica"))
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(Socket.class, ServerSocket.class, URLConnection.class, HttpURLConnection.class)
                .check(Project.SHIPPED);
    }

    @Test
    void rules_and_replicas_never_see_each_other() {
        noClasses()
                .that(resideInAPackage(below("rule")))
                .should()
                .dependOnClassesThat(resideInAPackage(below("replica")))
                .check(Project.SHIPPED);
        noClasses()
                .that(resideInAPackage(below("replica")))
                .should()
                .dependOnClassesThat(resideInAPackage(below("rule")))
                .check(Project.SHIPPED);
    }

    private static String below(String name) {
        return name.isEmpty() ? Project.ROOT + ".." : Project.ROOT + "." + name + "..";
    }

    private static String[] eachBelow(String names) {
        return Stream.of(names.split(" ", -1)).map(PackageArrowsTest::below).toArray(String[]::new);
    }
}
