package org.claimsledger.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.claimsledger.api.RunningLedger;
import org.claimsledger.desk.DeskFixture.BrowserWindow;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages for everybody: rules of WCAG 2.2 AA that a machine can check, and the keyboard. */
class AccessibilityTest {

    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    private static final int WIDE = 1400;
    private static final int NARROW = 320;

    private static final List<String> PAGES = List.of(
            "/",
            "/search?q=aliyev",
            "/claims?status=alleged",
            "/questions?status=disputed",
            "/subjects",
            "/sources",
            "/claims/otembaev-sentence",
            "/claims/nurqadilov-death-homicide?publishedBy=2024-12-31&validOn=2010-06-01",
            "/claims/killing-organised-by-ibragimov",
            "/claims/otembaev-sentence/compare?asOf=@315",
            "/subjects/rakhat-aliev?validOn=2010-06-01",
            "/subjects/rakhat-aliev/compare?publishedBy=2013-12-31",
            "/subjects/qasym-zhomart-toqaev/candidates",
            "/sources/rferl-2024-02",
            "/sources/rferl-2024-02/retraction",
            "/compare?asOf=@300",
            "/claims/otembaev-sentence?publishedBy=never",
            "/predicates",
            "/login",
            "/new/claim",
            "/new/source",
            "/claims/otembaev-sentence/revise",
            "/claims/otembaev-sentence/retract",
            "/sources/rferl-2024-02/amend",
            "/subjects/rakhat-aliev/compare-with",
            "/review",
            "/claims/no-such-claim");

    @TempDir
    static Path folder;

    private static DeskFixture desk;
    private static BrowserWindow wideLight;
    private static BrowserWindow narrowDark;

    /** One window is wide and light, the other narrow and dark; their user has every role. */
    @BeforeAll
    static void open() {
        desk = DeskFixture.in(folder);
        wideLight = window(WIDE, ColorScheme.LIGHT).logIn("admin", RunningLedger.TOKEN);
        narrowDark = window(NARROW, ColorScheme.DARK).logIn("admin", RunningLedger.TOKEN);
    }

    private static BrowserWindow window(int width, ColorScheme scheme) {
        return desk.window(new Browser.NewContextOptions()
                .setViewportSize(width, 900)
                .setColorScheme(scheme)
                .setReducedMotion(ReducedMotion.REDUCE));
    }

    @AfterAll
    static void close() {
        wideLight.close();
        narrowDark.close();
        desk.close();
    }

    static Stream<String> pages() {
        return PAGES.stream();
    }

    /** Rules that depend on neither are checked twice. */
    @ParameterizedTest
    @MethodSource("pages")
    void breaksNoRuleOnPaperOrOnInk(String path) {
        check(path, wideLight, WIDE);
        check(path, narrowDark, NARROW);
    }

    @Test
    void norDoesThePageOnWhichOneLogsIn() {
        try (BrowserWindow stranger = window(NARROW, ColorScheme.LIGHT)) {
            check("/login", stranger, NARROW);
        }
    }

    private static void check(String path, BrowserWindow browserWindow, int width) {
        Page page = browserWindow.open(path);
        page.evaluate("() => document.querySelectorAll('details').forEach(it => { it.open = true; })");

        AxeResults found = new AxeBuilder(page).withTags(RULES).analyze();

        assertThat(found.getViolations())
                .as("%s at %s pixels", path, width)
                .extracting(rule -> rule.getId() + " " + rule.getHelp() + " " + rule.getNodes())
                .isEmpty();
        assertThat((Integer) page.evaluate("() => document.documentElement.scrollWidth"))
                .as("how far %s goes at %s pixels", path, width)
                .isLessThanOrEqualTo(width);
    }

    @Test
    void theKeyboardReachesAllThatCanBeDone() {
        for (String path : List.of("/", "/claims/otembaev-sentence?validOn=2010-06-01", "/new/claim")) {
            try (BrowserWindow browserWindow = desk.window().logIn("admin", RunningLedger.TOKEN)) {
                Page page = browserWindow.open(path);
                int all = (Integer) page.evaluate("""
                    () => [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')]
                        .filter(it => it.checkVisibility()).length
                    """);
                page.evaluate("() => { window.reached = new Set(); }");
                for (int i = 0; i < all + 20; i++) {
                    page.keyboard().press("Tab");
                    page.evaluate("() => { window.reached.add(document.activeElement); }");
                }
                Object missed = page.evaluate("""
                    () => [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')]
                        .filter(it => it.checkVisibility() && !window.reached.has(it)).map(it => it.outerHTML)
                    """);

                assertThat((List<?>) missed).as(path).isEmpty();
            }
        }
    }

    @Test
    void theFirstTabOffersToSkipToTheText() {
        try (BrowserWindow browserWindow = desk.window()) {
            Page page = browserWindow.open("/claims/otembaev-sentence");
            page.keyboard().press("Tab");
            page.keyboard().press("Enter");

            assertThat(page.evaluate("() => document.activeElement.id")).isEqualTo("content");
        }
    }
}
