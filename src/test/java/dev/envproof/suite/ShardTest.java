package dev.envproof.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.envproof.environment.Target;
import dev.envproof.environment.UnknownName;
import dev.envproof.rule.Rule;
import dev.envproof.rule.cors.ForeignOriginIsRefused;
import dev.envproof.rule.flags.RateLimitHolds;
import dev.envproof.rule.flags.RateLimitLetsTheBurstPass;
import dev.envproof.rule.health.HealthFollowsItsStores;
import dev.envproof.rule.isolation.DatabasesAreDifferentServers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShardTest {
    private static final List<Target> TARGETS = Stream.of("development", "production", "staging")
            .map(JobPlatform::target)
            .toList();
    private static final Set<String> ALL = Set.of("development", "production", "staging");

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 7, 50})
    void every_verdict_is_in_exactly_one_shard(int of) {
        List<String> parts = IntStream.rangeClosed(1, of)
                .mapToObj(index -> judged(TARGETS, new Shard(index, of)))
                .flatMap(List::stream)
                .toList();
        assertThat(parts).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(judged(TARGETS, Shard.WHOLE));
    }

    @Test
    void four_shards_have_about_as_much_to_do() {
        int whole = judged(TARGETS, Shard.WHOLE).size();
        assertThat(IntStream.rangeClosed(1, 4)
                        .mapToObj(index -> judged(TARGETS, new Shard(index, 4)).size()))
                .allSatisfy(size -> assertThat(size).isBetween(whole / 6, whole / 3));
    }

    @Test
    void neither_order_nor_other_rules_and_environments_move_a_verdict() {
        List<Target> turned = new ArrayList<>(TARGETS);
        Collections.shuffle(turned, new Random(7));
        Shard second = new Shard(2, 3);
        assertThat(judged(turned, second)).containsExactlyInAnyOrderElementsOf(judged(TARGETS, second));
        assertThat(judged(TARGETS, second)).containsAll(judged(TARGETS.subList(1, 3), second));
    }

    /** Shards run by different builds on different machines: the assignment may never change unnoticed. */
    @Test
    void the_assignment_is_what_it_always_was() {
        assertThat(index(new ForeignOriginIsRefused(), Subject.of("staging"))).isEqualTo(818);
        assertThat(index(new DatabasesAreDifferentServers(), Subject.of("production", "staging")))
                .isEqualTo(705)
                .isEqualTo(index(new DatabasesAreDifferentServers(), Subject.of("staging", "production")));
    }

    @Test
    void all_that_disturbs_a_target_is_in_one_shard() {
        assertThat(ALL)
                .flatExtracting(name -> List.of(
                        index(new RateLimitHolds(), Subject.of(name)),
                        index(new RateLimitLetsTheBurstPass(), Subject.of(name)),
                        index(new HealthFollowsItsStores(), Subject.of(name))))
                .containsOnly(index(new RateLimitHolds(), Subject.of("staging")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2", "0/4", "5/4", "-1/4", "1/0", "1/1001", "1/4/2", "a/b", "1 / 4"})
    void refuses_what_is_no_shard(String text) {
        assertThatThrownBy(() -> Shard.named(text))
                .isInstanceOf(UnknownName.class)
                .hasMessageEndingWith(": no shard; accepted: as 2/4, the second of four, counted from 1, at most 1000");
    }

    private static int index(Rule<?> rule, Subject subject) {
        return IntStream.rangeClosed(1, 1000)
                .filter(index -> new Shard(index, 1000).has(rule, subject))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> judged(List<Target> targets, Shard shard) {
        Assignment assignment = new Assignment(targets, ALL, shard);
        return Rules.all().stream()
                .flatMap(rule -> assignment.of(rule).map(at -> rule.card().id() + " " + subject(rule, at.subject())))
                .toList();
    }

    /** An unordered pair is the same in both orders. */
    private static String subject(Rule<?> rule, Subject subject) {
        return rule.card().unordered()
                ? Stream.of(subject.environment(), subject.other().orElseThrow())
                        .sorted()
                        .toList()
                        .toString()
                : subject.toString();
    }
}
