package dev.envproof.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * The page in light and dark, on a phone, on paper and without a script. Pictures go to {@code target/report}; the
 * variable {@code GOLDEN=write} writes those of the docs anew.
 */
@Execution(ExecutionMode.SAME_THREAD)
class ReportLooksInBrowser extends Browsed {
    private static final long LARGEST_PICTURE = 150_000;

    /** The text that stands out least from what is behind it (WCAG 2.2, success criterion 1.4.3), worst first. */
    private static final String LOW_CONTRAST = """
            (function () {
              const parse = text => text.match(/[0-9.]+/g).map(Number);
              const light = ([r, g, b]) => [r, g, b].map(it => it / 255)
                .map(it => it <= 0.04045 ? it / 12.92 : Math.pow((it + 0.055) / 1.055, 2.4))
                .reduce((sum, it, at) => sum + it * [0.2126, 0.7152, 0.0722][at], 0);
              const behind = element => {
                for (let it = element; it; it = it.parentElement) {
                  const colour = parse(getComputedStyle(it).backgroundColor);
                  if (colour.length < 4 || colour[3] > 0.99) return colour;
                }
                return [255, 255, 255];
              };
              const low = [];
              for (const element of document.querySelectorAll('body *:not(script)')) {
                const own = [...element.childNodes].some(it => it.nodeType === 3 && it.textContent.trim());
                if (!own || !element.getClientRects().length) continue;
                const style = getComputedStyle(element);
                const [one, more] = [light(parse(style.color)), light(behind(element))].sort((a, b) => b - a);
                const size = parseFloat(style.fontSize);
                const isLarge = size >= 24 || size >= 18.66 && Number(style.fontWeight) >= 700;
                const ratio = (one + 0.05) / (more + 0.05);
                if (ratio < (isLarge ? 3 : 4.5)) low.push(ratio.toFixed(2) + ' ' + element.outerHTML.slice(0, 120));
              }
              return low.sort().join('\\n');
            })()""";

    @TempDir
    private static Path folder = Path.of("");

    private static Path page;

    @BeforeAll
    static void start() throws IOException {
        page = folder.resolve(IndexHtml.FILE);
        Files.writeString(page, IndexHtml.of(SamplePage.troubled(folder), folder));
    }

    @BeforeEach
    void at_a_desk() {
        browser.scripts(true);
        browser.media("", "light");
        browser.size(1120, 840, false);
    }

    @Test
    void all_text_stands_out_in_light_and_in_dark() throws IOException {
        browser.open(page, "");
        assertThat(browser.js(LOW_CONTRAST)).isEqualTo("");
        assertThat(background()).isEqualTo("rgb(247, 247, 245)");
        picture("light");
        browser.media("", "dark");
        assertThat(background()).isEqualTo("rgb(18, 20, 22)");
        assertThat(browser.js(LOW_CONTRAST)).isEqualTo("");
        browser.size(1280, 720, false);
        browser.open(page, "#open=cors/foreign-origin-is-refused@staging");
        assertThat(browser.js(LOW_CONTRAST)).isEqualTo("");
        picture("dark");
    }

    @Test
    void a_switch_overrules_what_the_system_prefers_and_is_remembered() {
        browser.open(page, "");
        browser.one("#theme").click();
        assertThat(background()).isEqualTo("rgb(18, 20, 22)");
        browser.open(page, "");
        assertThat(background()).isEqualTo("rgb(18, 20, 22)");
        assertThat(browser.one("#theme").getAttribute("aria-pressed")).isEqualTo("true");
        browser.one("#theme").click();
        browser.media("", "dark");
        assertThat(background()).isEqualTo("rgb(247, 247, 245)");
        browser.js("localStorage.clear()");
    }

    @Test
    void a_phone_shows_all_without_scrolling_sideways() throws IOException {
        browser.size(390, 844, true);
        browser.open(page, "#verdict=broken,inconclusive");
        assertThat(browser.number("document.documentElement.scrollWidth")).isLessThanOrEqualTo(390);
        assertThat(browser.js(
                        "getComputedStyle(document.querySelector('#matrix td[data-environment]'), '::before').content"))
                .asString()
                .contains("development");
        browser.picture(Path.of("target/report/phone-head.png"));
        browser.js("document.getElementById('matrix').scrollIntoView()");
        picture("phone");
        browser.one("#matrix td[data-verdict=broken]").click();
        browser.picture(Path.of("target/report/phone-panel.png"));
        assertThat(browser.number("document.getElementById('panel').getBoundingClientRect().width"))
                .isEqualTo(390);
        assertThat(browser.number("document.documentElement.scrollWidth")).isLessThanOrEqualTo(390);
        assertThat(browser.number("document.getElementById('panel').scrollWidth"))
                .isLessThanOrEqualTo(390);
        assertThat(browser.js(LOW_CONTRAST)).isEqualTo("");
    }

    @Test
    void on_paper_all_that_is_not_held_is_open_black_on_white_and_without_controls() throws IOException {
        browser.media("", "dark");
        browser.open(page, "#verdict=held");
        assertThat(browser.seen("#wrong > .finding dl")).isZero();
        browser.size(794, 1123, false);
        browser.media("print", "dark");
        awaitOpen(browser.all("#wrong > .finding").size());
        assertThat(browser.seen("#wrong > .finding dl")).isGreaterThan(3);
        assertThat(browser.seen("#filters, #panel, #theme, button, .banner nav"))
                .isZero();
        assertThat(background()).isEqualTo("rgb(255, 255, 255)");
        assertThat(browser.js("getComputedStyle(document.querySelector('#wrong dd')).color"))
                .isEqualTo("rgb(0, 0, 0)");
        assertThat(browser.js(LOW_CONTRAST)).isEqualTo("");
        picture("print");
        browser.media("", "dark");
        awaitOpen(1);
    }

    @Test
    void without_a_script_the_verdict_and_what_is_not_held_can_be_read() {
        browser.scripts(false);
        browser.open(page, "");
        browser.picture(Path.of("target/report/without-script.png"));
        browser.scripts(true);
        assertThat(browser.seen("#wrong > .finding[open] dl"))
                .isEqualTo(browser.all("#wrong > .finding").size());
        assertThat(browser.seen(".script")).isZero();
        assertThat(browser.one("#gate-word").isDisplayed()).isTrue();
    }

    @Test
    void the_matrix_keeps_its_head_in_sight() throws IOException {
        browser.open(page, "");
        browser.js("document.querySelectorAll('#matrix tr.row')[12].scrollIntoView()");
        assertThat(browser.number("document.querySelector('#matrix thead th').getBoundingClientRect().top"))
                .isEqualTo(browser.number("document.getElementById('filters').offsetHeight"));
        browser.js("document.getElementById('matrix').scrollIntoView()");
        picture("matrix");
    }

    @Test
    void pairs_are_a_matrix_of_their_own() throws IOException {
        browser.open(page, "");
        browser.size(1280, 480, false);
        browser.js("document.getElementById('pairs').scrollIntoView()");
        assertThat(browser.isSeen("#pairs .grid")).isTrue();
        picture("pairs");
        browser.size(1120, 1400, false);
        browser.js("document.getElementById('changes').scrollIntoView()");
        browser.picture(Path.of("target/report/history.png"));
    }

    /** A browser tells its page of another medium with the next frame. */
    private static void awaitOpen(int cards) {
        Awaitility.await()
                .pollInSameThread()
                .untilAsserted(
                        () -> assertThat(browser.all("#wrong > .finding[open]")).hasSize(cards));
    }

    private static String background() {
        return String.valueOf(browser.js("getComputedStyle(document.body).backgroundColor"));
    }

    private static void picture(String name) throws IOException {
        Path file = Path.of("target/report", name + ".png");
        browser.picture(file);
        assertThat(Files.size(file)).as("bytes of " + file).isLessThan(LARGEST_PICTURE);
        if ("write".equals(System.getenv("GOLDEN"))) {
            Files.copy(file, Path.of("docs/report-" + name + ".png"), StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
