package dev.envproof.probe.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envproof.probe.StoreIdentity;
import dev.envproof.probe.StoreIdentity.Known;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StoreOwnersTest {
    private static final Map<String, StoreIdentity> STAGING =
            Map.of("database", new Known("1"), "storage", new Known("a"));
    private static final Map<String, StoreIdentity> PRODUCTION =
            Map.of("database", new Known("2"), "storage", new Known("b"));
    private static final StoreOwners OWNERS = new StoreOwners(Map.of("staging", STAGING, "production", PRODUCTION));

    @Test
    void an_answer_belongs_to_the_environment_that_has_all_of_its_stores() {
        assertThat(OWNERS.whose(Map.of("database", "1"))).isEqualTo(new Reached.One("staging"));
        assertThat(OWNERS.whose(Map.of("database", "2", "storage", "b"))).isEqualTo(new Reached.One("production"));
    }

    @Test
    void stores_of_two_environments_belong_to_neither() {
        assertThat(OWNERS.whose(Map.of("database", "1", "storage", "b")))
                .isEqualTo(new Reached.Several(Set.of("staging", "production")));
    }

    @Test
    void an_identity_counts_for_its_own_store_only() {
        assertThat(OWNERS.whose(Map.of("database", "a"))).isEqualTo(new Reached.Stranger());
    }

    @Test
    void an_unknown_store_beside_a_known_one_is_not_overlooked() {
        assertThat(OWNERS.whose(Map.of("database", "1", "storage", "?"))).isInstanceOf(Reached.Several.class);
    }

    @Test
    void nothing_is_proven_where_two_environments_have_one_store() {
        StoreOwners shared = new StoreOwners(Map.of(
                "staging", Map.of("database", new Known("1"), "storage", new Known("b")), "production", PRODUCTION));
        assertThat(shared.whose(Map.of("database", "2"))).isInstanceOf(Reached.Unproven.class);
    }

    @Test
    void others_are_siblings_that_have_such_a_store_whether_it_told_its_identity_or_not() {
        StoreIdentity unknown = StoreIdentity.Unknown.because("CONNECT: refused");
        StoreOwners partly = new StoreOwners(
                Map.of("staging", Map.of("database", unknown), "local", Map.of(), "production", PRODUCTION));
        assertThat(partly.others("production", "database")).isEqualTo(Map.of("staging", unknown));
    }

    @Test
    void no_identity_is_no_store() {
        assertThat(OWNERS.whose(Map.of())).isEqualTo(new Reached.Nowhere());
    }

    @Test
    void an_environment_is_known_when_every_store_of_it_told_its_identity() {
        StoreOwners partly = new StoreOwners(Map.of(
                "staging",
                Map.of("database", new Known("1"), "storage", StoreIdentity.Unknown.because("CONNECT: refused"))));
        assertThat(OWNERS.knows("staging")).isTrue();
        assertThat(partly.knows("staging")).isFalse();
        assertThat(partly.knows("production")).isFalse();
    }
}
