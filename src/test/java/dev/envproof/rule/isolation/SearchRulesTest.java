package dev.envproof.rule.isolation;

import static dev.envproof.rule.isolation.SideStoreSeen.EXCHANGE;
import static dev.envproof.rule.isolation.SideStoreSeen.canary;
import static dev.envproof.rule.isolation.SideStoreSeen.known;
import static dev.envproof.rule.isolation.SideStoreSeen.searching;
import static dev.envproof.rule.isolation.SideStoreSeen.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import dev.envproof.environment.Environment;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.probe.SampleSystem;
import dev.envproof.probe.search.SearchProbe;
import dev.envproof.probe.search.SearchProbe.Engine;
import dev.envproof.probe.search.SearchProbe.Found;
import dev.envproof.probe.store.CanaryProbe;
import dev.envproof.probe.store.Fact;
import dev.envproof.rule.Verdict;
import dev.envproof.rule.Verdict.Broken;
import dev.envproof.rule.Verdict.Held;
import dev.envproof.rule.Verdict.Inconclusive;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SearchRulesTest {
    private static final Environment STAGING = searching("staging", "platform_staging");
    private static final Environment PRODUCTION = searching("production", "platform");
    private static final SystemUnderTest SYSTEM = SampleSystem.system().withEnvironments(List.of(STAGING, PRODUCTION));

    @Test
    void an_index_belongs_to_the_longest_prefix() {
        IndexOwner owner = new IndexOwner(SYSTEM, "search");
        assertThat(owner.of("platform_staging_users")).contains("staging");
        assertThat(owner.of("platform_staging")).contains("staging");
        assertThat(owner.of("platform-users")).contains("production");
        assertThat(owner.of("platformstaging")).isEmpty();
        assertThat(owner.of("other")).isEmpty();
    }

    @Test
    void documents_under_the_own_prefix_are_at_home() {
        assertThat(documents(STAGING, known(Set.of("platform_staging_users-000007"))))
                .isInstanceOf(Held.class);
        assertThat(documents(PRODUCTION, known(Set.of("platform_users")))).isInstanceOf(Held.class);
    }

    @Test
    void documents_in_an_index_of_another_are_found_beside_the_own_too() {
        assertThat(documents(STAGING, known(Set.of("platform_users"))))
                .isInstanceOf(Broken.class)
                .asString()
                .contains("platform_users, an index of production");
        assertThat(documents(STAGING, known(Set.of("platform_staging_users", "users"))))
                .isInstanceOf(Broken.class);
        assertThat(documents(PRODUCTION, known(Set.of("platform_staging_users"))))
                .isInstanceOf(Broken.class);
    }

    @Test
    void a_document_that_does_not_show_proves_nothing() {
        assertThat(documents(STAGING, known(Set.of()))).isInstanceOf(Inconclusive.class);
        assertThat(documents(STAGING, unknown("403"))).isInstanceOf(Inconclusive.class);
    }

    @Test
    void an_alias_to_the_index_of_another_is_found() {
        assertThat(aliases(
                        Map.of("platform_users-1", Set.of("platform_staging_users"), "platform_staging_x", Set.of())))
                .isInstanceOf(Broken.class)
                .asString()
                .contains("platform_staging_users leads to platform_users-1, an index of production");
    }

    @Test
    void an_alias_to_an_own_rolled_index_and_the_alias_of_another_are_no_matter() {
        assertThat(aliases(Map.of(
                        "platform_staging_users-2", Set.of("platform_staging_users"),
                        "platform_users-1", Set.of("platform_users"))))
                .isInstanceOf(Held.class);
    }

    @Test
    void an_engine_that_shows_no_own_index_proves_nothing_of_aliases() {
        assertThat(aliases(Map.of("platform_users-1", Set.of()))).isInstanceOf(Inconclusive.class);
        assertThat(aliases(unknown("401"))).isInstanceOf(Inconclusive.class);
    }

    @Test
    void a_document_that_the_sibling_finds_is_found() {
        assertThat(pair(true)).isInstanceOf(Broken.class);
        assertThat(pair(false)).isInstanceOf(Held.class);
    }

    private static Verdict pair(boolean found) {
        return new DocumentsAreFoundAtHomeOnly().judge(STAGING, seen(true), PRODUCTION, seen(found));
    }

    private static CanaryProbe.Seen seen(boolean present) {
        CanaryProbe.Look look = new CanaryProbe.Look(canary("staging", "search"), known(present), EXCHANGE);
        return new CanaryProbe.Seen(List.of(look), Map.of(), Map.of(), Map.of(), Set.of(), List.of("search"));
    }

    private static Verdict documents(Environment environment, Fact<Set<String>> indices) {
        Found found = new Found(canary(environment.name(), "search"), indices, EXCHANGE);
        return new DocumentsStayUnderTheirPrefix()
                .judge(SYSTEM, environment, new SearchProbe.Seen(List.of(found), List.of()));
    }

    private static Verdict aliases(Map<String, Set<String>> aliases) {
        return aliases(known(aliases));
    }

    private static Verdict aliases(Fact<Map<String, Set<String>>> aliases) {
        Engine engine = new Engine("search", known("uuid"), aliases, List.of(EXCHANGE));
        return new AliasesLeadToOwnIndices().judge(SYSTEM, STAGING, new SearchProbe.Seen(List.of(), List.of(engine)));
    }
}
