package dev.envproof.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexHtmlTest {
    private static final String HOSTILE =
            "</script><img src=x onerror=alert(1)> ]]> <!--<script> & \u202e\u2028\u2029 \u0000\u001b[2J \"'";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void the_page_begins_with_the_gate_and_why_it_is_closed() {
        String page = of(SamplePage.troubled(folder));
        assertThat(page)
                .startsWith("<!doctype html>\n<html lang=\"en\">")
                .containsSubsequence(
                        "<title>Gate CLOSED: job-platform - envproof</title>",
                        "<h1 id=\"gate-word\">Gate CLOSED</h1>",
                        "against 3 environments of job-platform",
                        "<b>2</b> broken",
                        "staging: a browser on a foreign origin is refused - broken (cors/foreign-origin-is-refused)",
                        "nightly",
                        "remote",
                        "2026-11-24 03:00 UTC",
                        "7.1 s, of it 5.3 s verifying",
                        "https://staging.jobs.example/");
    }

    @Test
    void what_is_not_held_is_told_without_a_script_worst_first_and_open() {
        String page = of(SamplePage.troubled(folder));
        assertThat(page.substring(page.indexOf("id=\"wrong\""), page.indexOf("id=\"matrix\"")))
                .containsSubsequence(
                        "<details class=\"finding broken\" open=\"\"",
                        "a browser on a foreign origin is refused",
                        "<dt>expected</dt><dd>no Access-Control-Allow-Origin</dd>",
                        "<dt>but saw</dt><dd>https://foreign.example at /api/health</dd>",
                        "<dt>because</dt>",
                        "<dt>remedy</dt>",
                        "<dt>owner</dt><dd>edge team</dd>",
                        "curl -si -H &#39;Origin: https://foreign.example&#39;",
                        "href=\"evidence/staging/cors.foreign-origin-is-refused.txt\"",
                        "&gt; Origin: https://foreign.example",
                        "<details class=\"finding inconclusive\"",
                        "<dt>could not look</dt><dd>CONNECT: no answer",
                        "<details class=\"finding waived\"",
                        "jo: the new front end is built there until May");
    }

    @Test
    void who_answers_for_a_rule_stands_in_every_cell_of_it() {
        assertThat(of(SamplePage.troubled(folder))).contains("\"owner\":\"edge team\"");
    }

    @Test
    void nothing_held_where_nothing_was_looked_at() {
        assertThat(of(SamplePage.empty()))
                .contains("Gate CLOSED", "no environment was verified", "Nothing was judged")
                .doesNotContain("Everything held");
    }

    @Test
    void an_address_leads_to_the_evidence_alone() {
        assertThat(PageWrong.address("evidence/javascript:a b/\u00e9?#.txt"))
                .isEqualTo("evidence/javascript%3Aa%20b/%C3%A9%3F%23.txt");
    }

    @Test
    void alerts_latency_the_hook_and_notifications_stand_beside_the_gate() {
        assertThat(of(SamplePage.troubled(folder)))
                .contains(
                        "staging: job-matcher: high error rate",
                        "latency of /api/health: 48.2 ms (recorded 41.7 ms, at most 83.4 ms)",
                        "on.closed: exit code 0 after 840 ms: rolled back to 1.4.6",
                        "slack: sent: told 4 changes");
    }

    @Test
    void what_changed_what_is_flaky_and_the_trend_are_told() {
        String page = of(SamplePage.troubled(folder));
        assertThat(page.substring(page.indexOf("id=\"changes\"")))
                .containsSubsequence(
                        "<span class=\"pill held\">held</span>",
                        "<span class=\"pill broken\">broken</span>",
                        "<code>cors/foreign-origin-is-refused</code>",
                        "The gate over the last 8 runs",
                        "2026-11-24 03:00 UTC: CLOSED, 2 broken",
                        "Flaky over the last 20 runs",
                        "<code>health/health-is-told</code>",
                        "7 changes in 8 runs");
        assertThat(of(SamplePage.calm())).contains("no run of this series before this one");
    }

    @Test
    void a_waiver_is_told_with_owner_reason_expiry_and_state() {
        assertThat(of(SamplePage.troubled(folder)))
                .containsSubsequence(
                        "id=\"waivers\"",
                        "in force, ends soon",
                        "cors/localhost-is-refused",
                        "staging",
                        "jo",
                        "the new front end is built there until May",
                        "2026-12-03, in 9 days");
        assertThat(of(SamplePage.calm())).containsSubsequence("id=\"waivers\"", "no longer needed");
    }

    @Test
    void a_rule_that_did_not_apply_is_told_with_the_reason() {
        String page = of(SamplePage.troubled(folder));
        assertThat(page)
                .containsSubsequence(
                        "id=\"not-applicable\"",
                        "<span class=\"pill none\">6</span> applies only where the environment declares `docker`",
                        "<code>flags/mocks-stay-out</code> development, staging, production");
    }

    @Test
    void the_script_is_given_every_finding_with_what_was_seen() throws IOException {
        JsonNode data = data(of(SamplePage.troubled(folder)));
        Outcome outcome = SamplePage.troubled(folder.resolve("again"));
        assertThat(data.get("findings")).hasSameSizeAs(outcome.findings().findings());
        assertThat(data.get("findings"))
                .allSatisfy(row -> assertThat(row.get(4).isObject()).isTrue());
        assertThat(data.get("exchanges")).hasSize(4);
        assertThat(data.findValuesAsText("expected")).contains("two databases");
    }

    @Test
    void hostile_text_stays_text() throws IOException {
        String page = of(SamplePage.hostile(HOSTILE));
        assertThat(page).doesNotContain("<img", "\u202e", "\u2028", "\u2029", "\u0000", "\u001b", "<!--");
        assertThat(page.split("<script", -1)).as("script elements").hasSize(3);
        assertThat(page.split("</script", -1)).hasSize(3);
        assertThat(data(page).findValuesAsText("saw"))
                .contains(
                        "</script><img src=x onerror=alert(1)> ]]> <!--<script> & \\u202e\\u2028\\u2029 \\x00\\x1b[2J \"'");
        assertThat(page).contains("&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt; ]]&gt; &lt;!--");
    }

    @Test
    void the_policy_lets_nothing_be_loaded_and_nothing_run_but_the_page_s_own_script() throws Exception {
        String page = of(SamplePage.calm());
        String policy =
                first(page, "Content-Security-Policy\" content=\"([^\"]*)\"").replace("&#39;", "'");
        assertThat(policy)
                .startsWith("default-src 'none'; ")
                .doesNotContain("unsafe", "http", "*")
                .contains("script-src " + hash(first(page, "<script>(.*?)</script>")))
                .contains("style-src " + hash(first(page, "<style>(.*?)</style>")));
        assertThat(page).doesNotContainPattern("\\s(on[a-z]+|style)=\"").doesNotContain("innerHTML", "<link");
    }

    @Test
    void a_hundred_thousand_findings_make_a_page_that_is_bounded_and_says_what_it_left_out() throws IOException {
        Outcome outcome = SamplePage.many(100_000);
        long before = allocated();
        String page = of(outcome);
        long taken = allocated() - before;

        assertThat(page.getBytes(StandardCharsets.UTF_8).length).isLessThan(8_000_000);
        assertThat(taken).as("bytes allocated to write it").isLessThan(200_000_000L);
        assertThat(page)
                .contains(
                        "lists 20000 of 100000 findings, those that are not held first; all 100000 are in findings.json")
                .contains("the verdict alone")
                .containsPattern("[0-9]+ more are not held: see findings.json")
                .contains("more reasons: see verdict.json");
        JsonNode data = data(page);
        assertThat(data.get("findings")).hasSize(20_000);
        assertThat(data.get("findings"))
                .filteredOn(row -> row.get(3).asText().equals("B"))
                .hasSize(14_286);
    }

    @Test
    void long_hostile_texts_everywhere_are_bounded_too() {
        String page = of(SamplePage.hostile("<\u202e\u0000\"".repeat(5_000)));
        assertThat(page.length()).isLessThan(8_000_000);
    }

    private String of(Outcome outcome) {
        return IndexHtml.of(outcome, folder);
    }

    private static JsonNode data(String page) throws IOException {
        return new ObjectMapper().readTree(first(page, "<script type=\"application/json\" id=\"data\">(.*?)</script>"));
    }

    private static String first(String page, String pattern) {
        Matcher found = Pattern.compile(pattern, Pattern.DOTALL).matcher(page);
        assertThat(found.find()).as(pattern).isTrue();
        return found.group(1);
    }

    private static String hash(String text) throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        return "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
    }

    private static long allocated() {
        return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }
}
