package dev.envproof.rule.isolation;

import static dev.envproof.rule.isolation.SideStoreSeen.known;
import static dev.envproof.rule.isolation.SideStoreSeen.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import dev.envproof.environment.DatabaseLayout;
import dev.envproof.environment.DatabaseLayout.Presence;
import dev.envproof.environment.Environment;
import dev.envproof.environment.RedisPolicy;
import dev.envproof.environment.Store;
import dev.envproof.environment.Store.ColumnName;
import dev.envproof.environment.StoreAddress;
import dev.envproof.environment.StoreTerms;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.probe.SampleSystem;
import dev.envproof.probe.store.Fact;
import dev.envproof.probe.store.Layout;
import dev.envproof.probe.store.LayoutProbe;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Verdict;
import dev.envproof.rule.Verdict.Broken;
import dev.envproof.rule.Verdict.Held;
import dev.envproof.rule.Verdict.Inconclusive;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LayoutRulesTest {
    private static final Environment STAGING = environment("staging", 0);
    private static final Environment PRODUCTION = environment("production", 0);
    private static final Map<String, String> COLUMNS = Map.of("public.people.name", "text not null");

    @Test
    void a_missing_schema_or_index_is_named() {
        assertThat(judged(new SchemasAreInPlace(), layout(16, Set.of("public"), Set.of(), Set.of(), Set.of())))
                .isInstanceOf(Broken.class)
                .asString()
                .contains("lacks upload_pipeline");
        assertThat(judged(new IndexesAreInPlace(), layout(16, Set.of(), Set.of(), Set.of(), Set.of())))
                .isInstanceOf(Broken.class)
                .asString()
                .contains("lacks ix_people");
        assertThat(judged(new SchemasAreInPlace(), healthy())).isInstanceOf(Held.class);
        assertThat(judged(new IndexesAreInPlace(), healthy())).isInstanceOf(Held.class);
    }

    @Test
    void another_major_version_is_found_in_either_direction() {
        for (int major : List.of(15, 17)) {
            assertThat(judged(new ServerMajorIsAsDeclared(), layout(major, Set.of(), Set.of(), Set.of(), Set.of())))
                    .isInstanceOf(Broken.class);
        }
        assertThat(judged(new ServerMajorIsAsDeclared(), healthy())).isInstanceOf(Held.class);
    }

    @Test
    void a_required_extension_must_be_installed_whether_it_is_offered_or_not() {
        assertThat(extensions(Set.of(), Set.of())).isInstanceOf(Broken.class);
        assertThat(extensions(Set.of(), Set.of("vector"))).isInstanceOf(Broken.class);
        assertThat(extensions(Set.of("vector"), Set.of("vector"))).isInstanceOf(Held.class);
    }

    @Test
    void an_extension_declared_if_available_must_be_installed_only_where_it_is_offered() {
        assertThat(extensions(Set.of("vector"), Set.of("vector", "age"))).isInstanceOf(Broken.class);
        assertThat(extensions(Set.of("vector", "age"), Set.of("vector", "age"))).isInstanceOf(Held.class);
    }

    @Test
    void another_name_of_the_database_is_found() {
        assertThat(judged(new DatabaseHasItsDeclaredName(), healthy())).isInstanceOf(Held.class);
        assertThat(judged(new DatabaseHasItsDeclaredName(), named(known("postgres"))))
                .isInstanceOf(Broken.class);
        assertThat(judged(new DatabaseHasItsDeclaredName(), named(unknown("connect: refused"))))
                .isInstanceOf(Inconclusive.class);
    }

    @Test
    void one_real_address_is_one_too_many() {
        assertThat(judged(new AnonymisedDataNameNobody(), healthy())).isInstanceOf(Held.class);
        assertThat(judged(new AnonymisedDataNameNobody(), with(COLUMNS, known(1L))))
                .isInstanceOf(Broken.class);
        assertThat(judged(new AnonymisedDataNameNobody(), with(COLUMNS, unknown("SQLSTATE 42P01"))))
                .isInstanceOf(Inconclusive.class);
    }

    @Test
    void a_column_that_differs_is_named_with_both_types() {
        assertThat(compared(STAGING, Map.of("public.people.name", "text"), COLUMNS))
                .isInstanceOf(Broken.class)
                .asString()
                .contains("public.people.name is text in staging and text not null in production");
        assertThat(compared(STAGING, COLUMNS, COLUMNS)).isInstanceOf(Held.class);
        assertThat(compared(STAGING, Map.of(), Map.of())).isInstanceOf(Inconclusive.class);
    }

    @Test
    void who_is_declared_to_be_ahead_may_have_more_columns_and_no_other_ones() {
        Environment ahead = environment("staging", 1);
        Map<String, String> more = Map.of("public.people.name", "text not null", "public.people.born", "date");
        assertThat(compared(ahead, more, COLUMNS)).isInstanceOf(Held.class);
        assertThat(compared(STAGING, more, COLUMNS)).isInstanceOf(Broken.class);
        assertThat(compared(ahead, COLUMNS, more)).isInstanceOf(Broken.class);
        assertThat(compared(ahead, Map.of("public.people.name", "text"), COLUMNS))
                .isInstanceOf(Broken.class);
    }

    private static Verdict compared(Environment staging, Map<String, String> one, Map<String, String> other) {
        return new StructureIsTheSame()
                .judge(staging, seen(with(one, known(0L))), PRODUCTION, seen(with(other, known(0L))));
    }

    private static Verdict extensions(Set<String> installed, Set<String> offered) {
        return judged(new ExtensionsAreInstalled(), layout(16, Set.of(), installed, offered, Set.of()));
    }

    private static Verdict judged(Rule.OfEnvironment<LayoutProbe.Seen> rule, Layout layout) {
        return rule.judge(system(), STAGING, seen(layout));
    }

    private static LayoutProbe.Seen seen(Layout layout) {
        return new LayoutProbe.Seen(List.of(layout));
    }

    private static Layout healthy() {
        return layout(16, Set.of("upload_pipeline"), Set.of("vector"), Set.of(), Set.of("ix_people"));
    }

    private static Layout layout(
            int major, Set<String> schemas, Set<String> installed, Set<String> offered, Set<String> indexes) {
        return new Layout(
                "database",
                "DATABASE_URL",
                known(major),
                known("people"),
                known(schemas),
                known(installed),
                known(offered),
                known(indexes),
                known(COLUMNS),
                Map.of(new ColumnName("people", "email"), known(0L)));
    }

    private static Layout named(Fact<String> name) {
        Layout like = healthy();
        return new Layout(
                like.store(),
                like.variable(),
                like.major(),
                name,
                like.schemas(),
                like.installed(),
                like.offered(),
                like.indexes(),
                like.columns(),
                like.addresses());
    }

    private static Layout with(Map<String, String> columns, Fact<Long> addresses) {
        Layout like = healthy();
        return new Layout(
                like.store(),
                like.variable(),
                like.major(),
                like.database(),
                like.schemas(),
                like.installed(),
                like.offered(),
                like.indexes(),
                known(columns),
                Map.of(new ColumnName("people", "email"), addresses));
    }

    private static Environment environment(String name, int migrationsAhead) {
        StoreTerms terms =
                new StoreTerms(Optional.empty(), Optional.empty(), false, false, Optional.of("people"), true);
        StoreAddress address = new StoreAddress(
                "database",
                "DATABASE_URL",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                migrationsAhead,
                RedisPolicy.NONE,
                terms);
        return SampleSystem.withStores(SampleSystem.environment(name, "X", Set.of()), List.of(address));
    }

    private static SystemUnderTest system() {
        return SampleSystem.with(new Store.Database(
                "database",
                List.of(),
                List.of(new ColumnName("people", "email")),
                Optional.empty(),
                new DatabaseLayout(
                        List.of("upload_pipeline"),
                        Map.of("vector", Presence.REQUIRED, "age", Presence.IF_AVAILABLE),
                        Optional.of(16),
                        List.of("ix_people"),
                        true)));
    }
}
