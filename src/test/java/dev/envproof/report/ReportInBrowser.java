package dev.envproof.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The page as a person meets it, in a real browser, from disk; no test asks the network or leaves a word on the console. */
@Execution(ExecutionMode.SAME_THREAD)
class ReportInBrowser extends Browsed {
    private static final String HOSTILE =
            "</script><img src=x onerror=alert(1)> ]]> <!-- & \u202e\u0000 javascript:alert(1) " + "wide".repeat(200);
    private static final String STAGING_CELL =
            "#matrix tr.row:has(code) td[data-environment=staging][data-verdict=broken]";

    @TempDir
    private static Path folder = Path.of("");

    private static Path troubled;
    private static Path hostile;
    private static Path calm;

    @BeforeAll
    static void start() throws IOException {
        troubled = written("troubled", SamplePage.troubled(folder));
        hostile = written("hostile", SamplePage.hostile(HOSTILE));
        calm = written("calm", SamplePage.calm());
    }

    @BeforeEach
    void at_a_desk() {
        browser.scripts(true);
        browser.media("", "light");
        browser.size(1360, 1000, false);
    }

    @Test
    void a_cell_opens_what_was_seen_in_place_and_escape_gives_the_focus_back() {
        browser.open(troubled, "");
        browser.one(STAGING_CELL).click();
        assertThat(browser.isSeen("#panel")).isTrue();
        assertThat(browser.text("#panel"))
                .contains(
                        "staging: a browser on a foreign origin is refused",
                        "no Access-Control-Allow-Origin",
                        "https://foreign.example at /api/health",
                        "a reflected origin lets any web page act as the signed-in user",
                        "list exact origins",
                        "critical",
                        "IN-11",
                        "curl -si -H 'Origin: https://foreign.example'",
                        "< Access-Control-Allow-Credentials: true");
        assertThat(browser.one("#panel dd a").getAttribute("href"))
                .endsWith("/evidence/staging/cors.foreign-origin-is-refused.txt");
        assertThat(browser.address()).endsWith("#open=cors/foreign-origin-is-refused@staging");

        browser.press(Keys.ESCAPE);

        assertThat(browser.isSeen("#panel")).isFalse();
        assertThat(browser.js("document.activeElement.dataset.environment")).isEqualTo("staging");
        assertThat(browser.address()).doesNotContain("#");
    }

    @Test
    void the_curl_line_can_be_copied() {
        browser.open(troubled, "#open=cors/foreign-origin-is-refused@staging");
        WebElement copy = browser.one("#panel button.copy");
        copy.click();
        Awaitility.await()
                .pollInSameThread()
                .untilAsserted(() -> assertThat(copy.getText()).isEqualTo("Copied"));
    }

    @Test
    void filters_narrow_all_of_the_page_and_stand_in_the_address() {
        browser.open(troubled, "");
        long all = browser.seen("#matrix tr.row");
        browser.one("#verdicts button[data-word=broken]").click();
        assertThat(browser.seen("#matrix tr.row")).isEqualTo(2).isLessThan(all);
        assertThat(browser.seen("#wrong > .finding")).isEqualTo(2);
        assertThat(browser.text("#shown")).startsWith("Showing 2 of ").contains(", 2 of ");
        browser.one("#environment option[value=production]").click();
        assertThat(browser.seen("#matrix tr.row")).isEqualTo(1);
        assertThat(browser.seen("#matrix thead th")).isEqualTo(2);
        assertThat(browser.address()).endsWith("#verdict=broken&env=production");
        browser.one("#filters button[type=reset]").click();
        browser.one("#severities button[data-word=low]").click();
        browser.one("#family option[value=cors]").click();
        assertThat(browser.seen("#matrix tr.row")).isEqualTo(1);
        assertThat(browser.isSeen("#wrong-none")).isTrue();
        browser.one("#filters button[type=reset]").click();
        browser.press("/");
        browser.press("foreign.EXAMPLE");
        assertThat(browser.seen("#matrix tr.row")).isEqualTo(1);
        assertThat(browser.address()).endsWith("#q=foreign.EXAMPLE");
        browser.one("#filters button[type=reset]").click();
        assertThat(browser.seen("#matrix tr.row")).isEqualTo(all);
    }

    @Test
    void a_shared_address_shows_the_same() {
        browser.open(troubled, "#verdict=broken,inconclusive&severity=critical&env=staging&q=origin");
        assertThat(browser.seen("#matrix tr.row")).isEqualTo(1);
        assertThat(browser.js("document.getElementById('text').value")).isEqualTo("origin");
        assertThat(browser.one("#verdicts button[data-word=broken]").getAttribute("aria-pressed"))
                .isEqualTo("true");
    }

    @Test
    void an_address_that_someone_made_up_does_no_harm() {
        browser.open(troubled, "#verdict=%3Cb%3E&env=nowhere&family=%22%5D&open=%22%5D@x%3Ey&q=" + "%00".repeat(20));
        assertThat(browser.text("#shown")).startsWith("Showing 0 of");
        assertThat(browser.isSeen("#panel")).isFalse();
    }

    @Test
    void everything_is_reached_by_keyboard_alone() {
        browser.open(troubled, "");
        browser.press(Keys.TAB);
        assertThat(browser.js("document.activeElement.className")).isEqualTo("skip");
        for (int presses = 0;
                presses < 120 && browser.number("document.activeElement.closest('#matrix td') ? 1 : 0") == 0;
                presses++) {
            browser.press(Keys.TAB);
            assertThat(browser.js("getComputedStyle(document.activeElement).outlineStyle"))
                    .as("the focus can be seen at " + browser.js("document.activeElement.outerHTML.slice(0, 120)"))
                    .isEqualTo("solid");
        }
        assertThat(browser.js("document.activeElement.getAttribute('role')")).isEqualTo("gridcell");
        String first = place();
        browser.press(Keys.ARROW_RIGHT);
        browser.press(Keys.ARROW_DOWN);
        assertThat(place()).isNotEqualTo(first);
        browser.pressWithControl(Keys.HOME);
        assertThat(place()).isEqualTo(first);
        browser.press(Keys.END);
        browser.press(Keys.ENTER);
        assertThat(browser.js("document.activeElement.id")).isEqualTo("panel-title");
        browser.press(Keys.TAB);
        assertThat(browser.js("document.activeElement.id")).isEqualTo("panel-close");
        browser.press(Keys.ESCAPE);
        assertThat(browser.js("document.activeElement.dataset.environment")).isEqualTo("production");
        browser.press(Keys.TAB);
        assertThat(browser.number("document.activeElement.closest('#matrix') ? 1 : 0"))
                .as("one tab stop is the whole matrix")
                .isZero();
    }

    @Test
    void a_screen_reader_is_told_what_each_cell_is() {
        browser.open(troubled, "");
        assertThat(browser.one(STAGING_CELL).getAttribute("aria-label"))
                .isEqualTo("staging, a browser on a foreign origin is refused: broken");
        assertThat(browser.number("document.querySelectorAll('#matrix td:not([aria-label])').length"))
                .isZero();
        assertThat(browser.all("header, main, nav[aria-label], form[role=search][aria-label], aside[aria-labelledby]"))
                .hasSizeGreaterThanOrEqualTo(5);
        assertThat(browser.number(
                        "document.querySelectorAll('section:not([aria-labelledby]):not([aria-label])').length"))
                .isZero();
    }

    @Test
    void pairs_show_which_cell_leaks() {
        browser.open(troubled, "");
        WebElement leak = browser.one("#pairs tr[data-from] td[data-verdict=broken]");
        assertThat(leak.getAttribute("aria-label"))
                .isIn("production to staging: broken", "staging to production: broken");
        leak.click();
        assertThat(browser.text("#panel")).contains("the variables of production and staging lead to one");
        browser.press(Keys.ESCAPE);
        browser.one("#pair-rule option[value='" + SamplePage.SHARED + "']").click();
        assertThat(browser.seen("#pairs td[data-verdict=broken]"))
                .as("it is unordered")
                .isEqualTo(2);
        assertThat(browser.seen("#pairs td[data-verdict=held]")).isEqualTo(4);
    }

    @Test
    void hostile_text_is_text_and_nothing_of_it_runs() {
        browser.open(hostile, "");
        browser.one("#matrix td[data-verdict=broken]").click();
        assertThat(browser.text("#panel")).contains("</script><img src=x onerror=alert(1)> ]]> <!-- & \\u202e\\x00");
        assertThat(browser.text("#wrong")).contains("</script><img src=x onerror=alert(1)>");
        assertThat(browser.number("document.images.length + document.scripts.length"))
                .isEqualTo(2);
        browser.size(390, 844, true);
        assertThat(browser.number("document.documentElement.scrollWidth")).isLessThanOrEqualTo(390);
    }

    @Test
    void a_hundred_thousand_findings_open_in_seconds_and_the_page_says_what_it_left_out() throws IOException {
        Path page = written("many", SamplePage.many(100_000));
        long begun = System.nanoTime();
        browser.open(page, "");
        browser.one("#matrix td").click();
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        System.out.println("100,000 findings: " + Files.size(page) + " bytes, open after " + took.toMillis() + " ms");
        assertThat(browser.isSeen("#panel")).isTrue();
        assertThat(browser.text("#matrix")).contains("lists 20000 of 100000 findings", "Drawn here: ");
        assertThat(browser.number("document.querySelectorAll('td').length")).isLessThan(8_000);
    }

    @Test
    void a_run_that_looked_at_nothing_opens_too() throws IOException {
        browser.open(written("empty", SamplePage.empty()), "");
        assertThat(browser.text("#gate")).contains("Gate CLOSED", "no environment was verified");
        assertThat(browser.text("#wrong-title")).isEqualTo("Nothing was judged");
        assertThat(browser.text("#shown")).isEqualTo("0 rules, 0 results");
    }

    @Test
    void a_run_in_which_all_held_says_so_first() {
        browser.open(calm, "");
        assertThat(browser.text("#wrong-title")).isEqualTo("Everything held");
        assertThat(browser.text("#changes")).contains("no run of this series before this one");
    }

    private static String place() {
        return String.valueOf(browser.js(
                "document.activeElement.dataset.environment + document.activeElement.parentElement.dataset.rule"));
    }

    private static Path written(String name, Outcome outcome) throws IOException {
        Path file = Files.createDirectories(folder.resolve(name)).resolve(IndexHtml.FILE);
        Files.writeString(file, IndexHtml.of(outcome, file.resolveSibling("none")));
        return file;
    }
}
