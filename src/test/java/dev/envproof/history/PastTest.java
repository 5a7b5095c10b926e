package dev.envproof.history;

import static dev.envproof.history.SampleRuns.ALERT;
import static dev.envproof.history.SampleRuns.CORS;
import static dev.envproof.history.SampleRuns.PAIR;
import static dev.envproof.history.SampleRuns.SERIES;
import static dev.envproof.history.SampleRuns.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.envproof.suite.Subject;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PastTest {
    private static final List<String> NOBODY = List.of();
    private static final List<String> SLACK = List.of("slack");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void a_first_run_tells_all_that_does_not_hold() {
        Spot held = new Spot(Subject.of("production"), CORS.rule());
        Now first = run(1, NOBODY, held, Word.HELD, PAIR, Word.INCONCLUSIVE, CORS, Word.BROKEN, ALERT, Word.RAISED);
        assertThat(Past.EMPTY.untold("slack", first)).extracting(Change::spot).containsExactly(CORS, ALERT, PAIR);
    }

    @Test
    void a_later_run_tells_only_what_changed() {
        Past past = past(run(1, SLACK, CORS, Word.BROKEN, PAIR, Word.HELD));
        assertThat(past.untold("slack", run(2, NOBODY, CORS, Word.BROKEN, PAIR, Word.HELD)))
                .isEmpty();
        assertThat(past.untold("slack", run(2, NOBODY, CORS, Word.HELD, PAIR, Word.INCONCLUSIVE)))
                .extracting(change -> change.before() + " -> " + change.after())
                .containsExactly("held -> inconclusive", "broken -> held");
    }

    @Test
    void what_could_not_be_told_is_told_by_the_next_run() {
        Past past = past(run(1, SLACK, CORS, Word.HELD), run(2, NOBODY, CORS, Word.BROKEN));
        assertThat(past.changes(run(3, NOBODY, CORS, Word.BROKEN))).isEmpty();
        assertThat(past.untold("slack", run(3, NOBODY, CORS, Word.BROKEN)))
                .extracting(Change::after)
                .containsExactly(Word.BROKEN);
    }

    @Test
    void a_channel_that_is_new_is_told_what_is_broken() {
        Past past = past(run(1, SLACK, CORS, Word.BROKEN), run(2, SLACK, CORS, Word.BROKEN));
        assertThat(past.untold("webhook", run(3, NOBODY, CORS, Word.BROKEN))).hasSize(1);
    }

    @Test
    void a_run_of_one_environment_says_nothing_of_the_others() {
        Past past = past(run(1, SLACK, CORS, Word.BROKEN, PAIR, Word.BROKEN));
        assertThat(past.untold("slack", run(2, NOBODY, CORS, Word.BROKEN))).isEmpty();
    }

    @Test
    void a_run_of_one_environment_tells_a_channel_nothing_of_the_others() {
        Spot production = new Spot(Subject.of("production"), CORS.rule());
        Now both = run(1, NOBODY, CORS, Word.BROKEN, production, Word.BROKEN);
        Past past = past(both, SampleRuns.of("staging", run(2, SLACK, CORS, Word.HELD)));
        assertThat(past.untold("slack", run(3, NOBODY, CORS, Word.HELD, production, Word.BROKEN)))
                .extracting(Change::spot)
                .containsExactly(production);
    }

    @Test
    void keeps_the_gates_word_for_each_set_of_environments() {
        Past past = past(
                SampleRuns.of("staging", run(1, SLACK, CORS, Word.BROKEN)), SampleRuns.of("production", run(2, SLACK)));
        assertThat(past.gateBefore("slack", List.of("staging"))).contains("CLOSED");
        assertThat(past.gateBefore("slack", List.of("production"))).contains("OPEN");
        assertThat(past.gateBefore("slack", List.of("production", "staging"))).isEmpty();
        assertThat(past.gateBefore("webhook", List.of("staging"))).isEmpty();
    }

    @Test
    void the_order_of_environments_says_nothing() {
        Past past = past(run(1, SLACK, CORS, Word.BROKEN));
        assertThat(past.gateBefore("slack", List.of("staging", "production"))).contains("CLOSED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"api", "every service"})
    void an_alert_that_was_not_measured_is_not_quiet(String service) {
        Spot database = new Spot(Subject.of("staging"), "alert/dependency/api/database");
        Past past = past(run(1, SLACK, ALERT, Word.RAISED, database, Word.RAISED));
        Spot notMeasured = new Spot(Subject.of("staging"), "alert/not-measured/" + service);
        Now blind = run(2, SLACK, notMeasured, Word.RAISED);
        assertThat(past.untold("slack", blind)).extracting(Change::spot).containsExactly(notMeasured);
        assertThat(past(blind).untold("slack", run(3, NOBODY)))
                .extracting(change -> change.spot().rule() + " " + change.after())
                .containsExactlyInAnyOrder(
                        "alert/down/api quiet",
                        "alert/dependency/api/database quiet",
                        "alert/not-measured/" + service + " quiet");
    }

    @Test
    void what_was_not_measured_elsewhere_keeps_no_alert_raised() {
        Past past = past(run(1, SLACK, ALERT, Word.RAISED));
        Spot production = new Spot(Subject.of("production"), "alert/not-measured/api");
        Spot other = new Spot(Subject.of("staging"), "alert/not-measured/ap");
        assertThat(past.untold("slack", run(2, NOBODY, production, Word.RAISED, other, Word.RAISED)))
                .extracting(Change::spot)
                .containsExactly(production, other, ALERT);
    }

    @Test
    void tells_the_worst_first() {
        Past past = past(run(1, SLACK, CORS, Word.BROKEN, PAIR, Word.HELD, ALERT, Word.RAISED));
        Now now = run(2, NOBODY, CORS, Word.HELD, PAIR, Word.BROKEN);
        assertThat(past.untold("slack", now)).extracting(Change::after).containsExactly("broken", "held", "quiet");
    }

    @Test
    void what_broke_and_was_mended_is_not_flaky() {
        Past past = past(
                run(1, NOBODY, CORS, Word.HELD), run(2, NOBODY, CORS, Word.BROKEN), run(3, NOBODY, CORS, Word.HELD));
        assertThat(past.changes(CORS, 9)).isEqualTo(2);
        assertThat(past.flaky(9)).isEmpty();
    }

    @Test
    void counts_how_often_a_rule_changed_its_verdict_over_the_last_runs() {
        Past past = past(
                run(1, NOBODY, CORS, Word.HELD, PAIR, Word.HELD),
                run(2, NOBODY, CORS, Word.BROKEN, PAIR, Word.HELD),
                run(3, NOBODY, CORS, Word.BROKEN, PAIR, Word.BROKEN),
                run(4, NOBODY, CORS, Word.HELD, PAIR, Word.BROKEN),
                run(5, NOBODY, CORS, Word.BROKEN, PAIR, Word.BROKEN));
        assertThat(past.verdicts(CORS, 9)).containsExactly("held", "broken", "broken", "held", "broken");
        assertThat(past.changes(CORS, 9)).isEqualTo(3);
        assertThat(past.changes(CORS, 2)).isEqualTo(1);
        assertThat(past.flaky(9))
                .extracting(Flaky::spot)
                .as("once is no flakiness")
                .containsExactly(CORS);
        assertThat(past.lastChanges()).extracting(Change::spot).containsExactly(CORS);
    }

    private Past past(Now... runs) {
        for (Now run : runs) {
            try (HistoryFile history = HistoryFile.open(folder.resolve("history.jsonl"), SERIES)) {
                history.append(run);
            }
        }
        try (HistoryFile history = HistoryFile.open(folder.resolve("history.jsonl"), SERIES)) {
            return history.past();
        }
    }
}
