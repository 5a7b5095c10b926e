package dev.envproof.rule.isolation;

import static dev.envproof.rule.isolation.StoreSeen.PRODUCTION;
import static dev.envproof.rule.isolation.StoreSeen.PRODUCTION_SERVER;
import static dev.envproof.rule.isolation.StoreSeen.STAGING;
import static dev.envproof.rule.isolation.StoreSeen.STAGING_SERVER;
import static dev.envproof.rule.isolation.StoreSeen.production;
import static dev.envproof.rule.isolation.StoreSeen.staging;
import static dev.envproof.rule.isolation.StoreSeen.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.envproof.environment.Environment;
import dev.envproof.probe.SampleSystem;
import dev.envproof.probe.store.Database;
import dev.envproof.probe.store.Fact;
import dev.envproof.probe.store.PersonalColumn;
import dev.envproof.probe.store.PrivateTable;
import dev.envproof.probe.store.Server;
import dev.envproof.probe.store.StoreProbe;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Verdict;
import dev.envproof.rule.Verdict.Broken;
import dev.envproof.rule.Verdict.Held;
import dev.envproof.rule.Verdict.Inconclusive;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Each rule about stores with its fault, its healthy look-alike, and what it can't tell. */
class StoreRulesTest {

    @Test
    void one_server_under_two_names_is_found() {
        Server alias = new Server("72", "2026-11-01 11:00", false, "replica.prod:5432", "postgres");
        assertThat(servers(staging().at(alias), production()))
                .isInstanceOf(Broken.class)
                .extracting(verdict -> ((Broken) verdict).saw())
                .asString()
                .contains("one server");
    }

    @Test
    void two_databases_on_one_server_are_found() {
        Server other = new Server("72", "2026-11-01 11:00", false, "db.prod:5432", "staging");
        assertThat(servers(staging().at(other), production())).isInstanceOf(Broken.class);
    }

    @Test
    void a_standby_of_the_sibling_is_found() {
        Server standby = new Server("72", "2026-11-03 09:00", true, "db.staging:5432", "postgres");
        assertThat(servers(staging().at(standby), production())).isInstanceOf(Broken.class);
    }

    @Test
    void two_standbys_of_one_cluster_are_found() {
        Server first = new Server("72", "2026-11-03 09:00", true, "db.staging:5432", "postgres");
        Server second = new Server("72", "2026-11-04 09:00", true, "replica.prod:5432", "postgres");
        assertThat(servers(staging().at(first), production().at(second))).isInstanceOf(Broken.class);
    }

    @Test
    void a_physical_copy_that_lives_by_itself_is_no_shared_server() {
        Server copy = new Server("72", "2026-11-03 09:00", false, "db.staging:5432", "postgres");
        assertThat(servers(staging().at(copy), production())).isInstanceOf(Held.class);
    }

    @Test
    void the_very_same_url_is_left_to_the_rule_about_databases() {
        assertThat(servers(staging().at(PRODUCTION_SERVER), production())).isInstanceOf(Inconclusive.class);
    }

    @Test
    void an_unreachable_server_is_not_taken_for_another_one() {
        assertThat(servers(staging().unreachable(), production())).isEqualTo(Verdict.inconclusive("connect: refused"));
    }

    @Test
    void people_of_production_are_found_in_staging() {
        assertThat(pair(new PersonalDataStaysHome(), staging().people("x", "person-of-production"), production()))
                .isEqualTo(Verdict.broken(
                        "no value of profiles.email in both",
                        "1 of 2 and 2 values are in both staging and production"));
    }

    @Test
    void anonymised_people_stay_green() {
        assertThat(pair(new PersonalDataStaysHome(), staging(), production())).isInstanceOf(Held.class);
    }

    @Test
    void a_missing_migration_is_found() {
        assertThat(pair(new MigrationsAreInStep(), staging().migrations("1", "2"), production()))
                .isEqualTo(Verdict.broken("the migrations of production in staging", "staging lacks 1, the last is 3"));
    }

    @Test
    void a_declared_newest_migration_ahead_stays_green_and_an_old_gap_does_not() {
        Environment ahead = StoreSeen.with(STAGING, false, 1);
        StoreProbe.Seen newer = staging().migrations("1", "2", "3", "10").seen();
        StoreProbe.Seen gap = production().migrations("1", "3").seen();
        MigrationsAreInStep rule = new MigrationsAreInStep();
        assertThat(rule.judge(ahead, newer, PRODUCTION, production().seen())).isInstanceOf(Held.class);
        assertThat(rule.judge(STAGING, newer, PRODUCTION, production().seen())).isInstanceOf(Broken.class);
        assertThat(rule.judge(ahead, staging().seen(), PRODUCTION, gap)).isInstanceOf(Broken.class);
    }

    @Test
    void row_security_that_is_off_or_lets_the_public_key_read_is_found() {
        assertThat(one(staging().table(table(new Fact.Known<>(false), new Fact.Known<>(false)))))
                .isInstanceOf(Broken.class);
        assertThat(one(staging().table(table(new Fact.Known<>(true), new Fact.Known<>(true)))))
                .isInstanceOf(Broken.class);
        assertThat(one(staging())).isInstanceOf(Held.class);
        assertThat(one(staging().table(table(new Fact.Unknown<>("refused"), new Fact.Known<>(false)))))
                .isInstanceOf(Held.class);
        assertThat(one(staging().table(table(new Fact.Unknown<>("refused"), new Fact.Unknown<>("late")))))
                .isInstanceOf(Inconclusive.class);
    }

    @Test
    void a_user_of_the_siblings_project_is_found() {
        StoreUserBelongsToItsEnvironment rule = new StoreUserBelongsToItsEnvironment();
        assertThat(one(rule, staging().user("productionref", Optional.empty()))).isInstanceOf(Broken.class);
        assertThat(one(rule, staging())).isInstanceOf(Held.class);
        assertThat(one(rule, staging().user("", Optional.empty()))).isInstanceOf(Held.class);
        assertThat(one(rule, staging().user("productionref", Optional.of("production"))))
                .isInstanceOf(Inconclusive.class);
    }

    @Test
    void plain_text_is_found_where_tls_is_required() {
        ConnectionsAreEncrypted rule = new ConnectionsAreEncrypted();
        Environment strict = StoreSeen.with(PRODUCTION, true, 0);
        assertThat(rule.judge(
                        SampleSystem.system(),
                        strict,
                        production().encrypted(false).seen()))
                .isInstanceOf(Broken.class);
        assertThat(rule.judge(SampleSystem.system(), strict, production().seen()))
                .isInstanceOf(Held.class);
        assertThat(rule.judge(
                        SampleSystem.system(),
                        strict,
                        production().unreachable().seen()))
                .isInstanceOf(Inconclusive.class);
    }

    @Test
    void a_store_whose_url_this_run_does_not_see_is_not_taken_for_an_encrypted_one() {
        ConnectionsAreEncrypted rule = new ConnectionsAreEncrypted();
        Environment strict = StoreSeen.withStrictStorage(PRODUCTION);
        StoreSeen unseen = production().https(new Fact.Unknown<>("this run can't see the variable STORAGE_URL"));
        StoreSeen plain = production().https(new Fact.Known<>(false));
        assertThat(rule.judge(SampleSystem.system(), strict, unseen.seen())).isInstanceOf(Inconclusive.class);
        assertThat(rule.judge(SampleSystem.system(), strict, plain.seen())).isInstanceOf(Broken.class);
        assertThat(rule.judge(SampleSystem.system(), strict, production().seen()))
                .isInstanceOf(Held.class);
    }

    @Test
    void a_foreign_server_of_the_sibling_is_found_and_one_of_its_own_is_not() {
        DatabasePointsToNoSibling rule = new DatabasePointsToNoSibling();
        assertThat(pair(rule, staging().pointing("db.prod", 5432), production()))
                .isInstanceOf(Broken.class);
        assertThat(pair(rule, staging().pointing("db.productionref.example", 6543), production()))
                .isInstanceOf(Broken.class);
        assertThat(pair(rule, staging().pointing("db.staging", 5432), production()))
                .isInstanceOf(Held.class);
        assertThat(pair(rule, staging().pointing("db.prod", 9999), production()))
                .isInstanceOf(Held.class);
        assertThat(pair(rule, staging().unreachable(), production())).isInstanceOf(Inconclusive.class);
    }

    @Test
    void different_servers_are_healthy() {
        assertThat(STAGING_SERVER.isSameServerAs(PRODUCTION_SERVER)).isFalse();
        assertThat(servers(staging(), production())).isInstanceOf(Held.class);
    }

    @Test
    void a_policy_that_opens_every_row_is_found_unless_the_public_key_reads_none() {
        PrivateTable unseen = opened(Optional.empty());
        PrivateTable refused = opened(Optional.of(new Fact.Known<>(false)));
        assertThat(one(staging().table(unseen))).isInstanceOf(Broken.class);
        assertThat(one(staging().table(refused))).isInstanceOf(Held.class);
    }

    private static PrivateTable opened(Optional<Fact<Boolean>> readByAnyone) {
        return new PrivateTable(
                "profiles",
                new Fact.Known<>(true),
                new Fact.Known<>(true),
                readByAnyone,
                new Fact.Known<>(true),
                Optional.empty());
    }

    @Test
    void plain_hashes_of_the_siblings_people_are_found() {
        StoreProbe.Seen hashed = staging().people("hash-of-person").seen();
        StoreProbe.Seen source = production().seen(database -> changed(database, Set.of("hash-of-person")));
        PersonalDataStaysHome rule = new PersonalDataStaysHome();
        assertThat(rule.judge(STAGING, hashed, PRODUCTION, source)).isInstanceOf(Broken.class);
        assertThat(rule.judge(PRODUCTION, source, STAGING, hashed)).isInstanceOf(Broken.class);
    }

    @Test
    void an_sslmode_that_lets_plain_text_pass_is_found_though_this_session_is_encrypted() {
        StoreProbe.Seen seen = production().seen(database -> changed(database, Set.of()));
        assertThat(new ConnectionsAreEncrypted()
                        .judge(SampleSystem.system(), StoreSeen.with(PRODUCTION, true, 0), seen))
                .isInstanceOf(Broken.class);
    }

    /** With sslmode=prefer in its URL, and with these hashes of its people. */
    private static Database changed(Database database, Set<String> hashes) {
        return new Database(
                database.store(),
                database.variable(),
                database.copyOf(),
                database.server(),
                database.encrypted(),
                Optional.of("prefer"),
                database.privateTables(),
                database.migrations(),
                database.personalData().stream()
                        .map(column -> new PersonalColumn(column.name(), column.fingerprints(), hashes))
                        .toList(),
                database.pointers());
    }

    private static Verdict servers(StoreSeen staging, StoreSeen production) {
        return pair(new DatabasesAreDifferentServers(), staging, production);
    }

    private static Verdict pair(Rule.OfPair<StoreProbe.Seen> rule, StoreSeen staging, StoreSeen production) {
        return rule.judge(STAGING, staging.seen(), PRODUCTION, production.seen());
    }

    private static Verdict one(StoreSeen staging) {
        return one(new RowSecurityIsOn(), staging);
    }

    private static Verdict one(Rule.OfEnvironment<StoreProbe.Seen> rule, StoreSeen staging) {
        return rule.judge(SampleSystem.system(), STAGING, staging.seen());
    }
}
