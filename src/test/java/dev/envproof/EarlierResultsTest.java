package dev.envproof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What `mvn verify` forgets before it verifies. */
class EarlierResultsTest {

    /** Failsafe writes no summary over zero tests, and then goes by the one that lies there: green over nothing. */
    @Test
    void a_launch_without_any_test_finds_no_summary_of_an_earlier_one() throws Exception {
        assertThat(forgotten()).contains("<directory>${project.build.directory}/failsafe-reports</directory>");
    }

    @Test
    void a_launch_that_verifies_nothing_leaves_no_verdict_of_an_earlier_one() throws Exception {
        assertThat(forgotten())
                .contains(
                        "<include>verdict.json</include>",
                        "<include>findings.json</include>",
                        "<include>summary.md</include>",
                        "<include>index.html</include>",
                        "<include>junit.xml</include>",
                        "<include>evidence/**</include>",
                        "<include>allure/**</include>");
    }

    private static String forgotten() throws Exception {
        String pom = Files.readString(Path.of("pom.xml"));
        int begin = pom.indexOf("<id>forget-earlier-results</id>");
        return pom.substring(begin, pom.indexOf("</execution>", begin));
    }
}
