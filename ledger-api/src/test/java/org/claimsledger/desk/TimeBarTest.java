package org.claimsledger.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.claimsledger.desk.DeskFixture.BrowserWindow;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The three dates, moved by a reader. */
class TimeBarTest {

    private static final String SENTENCE = "/claims/otembaev-sentence";

    @TempDir
    static Path folder;

    private static DeskFixture desk;
    private BrowserWindow browserWindow;
    private Page page;

    @BeforeAll
    static void open() {
        desk = DeskFixture.in(folder);
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    @BeforeEach
    void look() {
        browserWindow = desk.window();
        page = browserWindow.page();
    }

    @AfterEach
    void leave() {
        browserWindow.close();
    }

    private Locator sentence() {
        return page.locator("#bar .sentence");
    }

    @Test
    void itIsASentenceWhereAllClocksAreAtNow() {
        browserWindow.open(SENTENCE);

        assertThat(sentence()).hasText("Reading the ledger as it stands now.");
        assertThat(page.locator("#clocks")).isHidden();
        assertThat(page.locator("#page")).not().hasClass("past");
    }

    @Test
    void aDateThatIsTypedIsInTheAddressAndTheClaimIsReadFromIt() {
        browserWindow.open(SENTENCE);
        page.locator("#bar summary").click();
        page.getByLabel("In force on", new Page.GetByLabelOptions().setExact(true))
                .fill("2010-06-01");
        page.getByText("Show this view").click();

        assertThat(page).hasURL(Pattern.compile(".*/claims/otembaev-sentence\\?validOn=2010-06-01$"));
        assertThat(sentence()).hasText("Reading what was in force on 1 June 2010.");
        assertThat(page.locator("[data-fact=valid]")).containsText("(in force)");
        assertThat(page.locator("#page")).hasClass("past");
        assertThat(browserWindow.faults()).isEmpty();
    }

    @Test
    void aSliderGoesFromOneEventOfTheClaimToTheOneBefore() {
        browserWindow.open(SENTENCE);
        page.locator("#bar summary").click();
        Locator slider = page.getByLabel("Recorded by, along the events");
        slider.focus();
        page.keyboard().press("ArrowLeft");

        assertThat(page).hasURL(Pattern.compile(".*asOf=%40\\d+$"));
        assertThat(page.locator(".head .margin")).containsText("Revision 3");
        assertThat(page.getByLabel("Recorded by, along the events")).isFocused();

        page.keyboard().press("ArrowLeft");

        assertThat(page.locator(".head .margin")).containsText("Revision 2");
        assertThat(page.locator("[data-fact=valid]")).containsText("since about 2006");
        assertThat(page.locator("[data-fact=valid]")).hasClass(Pattern.compile("moved"));
        assertThat(browserWindow.faults()).isEmpty();
    }

    @Test
    void everyLinkKeepsTheViewpointUntilOneGoesBackToNow() {
        browserWindow.open(SENTENCE + "?publishedBy=2024-12-31&validOn=2010-06-01");
        page.locator(".crumbs a").first().click();

        assertThat(page)
                .hasURL(Pattern.compile(".*/subjects/erzhan-otembaev\\?publishedBy=2024-12-31&validOn=2010-06-01$"));
        List<?> within = (List<?>) page.evaluate(
                "() => [...document.querySelectorAll(\"main a[href^='/']\")].map(it => it.getAttribute('href'))");
        assertThat(within)
                .isNotEmpty()
                .allSatisfy(href -> assertThat(href).asString().contains("publishedBy=", "validOn="));

        page.getByText("Back to now").click();
        assertThat(page).hasURL(Pattern.compile(".*/subjects/erzhan-otembaev$"));
        assertThat(sentence()).hasText("Reading the ledger as it stands now.");
    }

    @Test
    void theViewIsCopiedWithTheEventThatItWasReadAt() {
        browserWindow.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        browserWindow.open(SENTENCE + "?validOn=2010-06-01");
        page.getByText("Copy this view").click();
        assertThat(page.getByText("Copied")).isVisible();

        Object copied = page.evaluate("() => navigator.clipboard.readText()");
        assertThat(copied)
                .asString()
                .endsWith("/claims/otembaev-sentence?asOf=@" + desk.ledger().head() + "&validOn=2010-06-01");
    }

    @Test
    void whatChangedSinceIsToldFromThereToNow() {
        browserWindow.open(SENTENCE + "?asOf=@315");
        page.getByText("What changed since").click();

        assertThat(page).hasURL(Pattern.compile(".*/claims/otembaev-sentence/compare\\?asOf=@315$"));
        assertThat(page.locator(".difference")).containsText("valid time");
        assertThat(page.locator(".difference ins").first()).isVisible();
    }

    @Test
    void datesThatCannotBeReadAreToldAtTheirFieldsWithWhatWasTypedAndNothingIsShown() {
        browserWindow.open(SENTENCE + "?publishedBy=31.12.2013&validOn=2014-02-30&asOf=@315");

        assertThat(page.getByRole(AriaRole.HEADING)).hasText("A date that cannot be read");
        Locator published = page.getByLabel("Published by", new Page.GetByLabelOptions().setExact(true));
        assertThat(published).hasValue("31.12.2013");
        assertThat(published).hasAttribute("aria-invalid", "true");
        assertThat(page.locator("#problem-publishedBy")).containsText("publishedBy is a date as in 2026-11-22");
        assertThat(page.locator("#problem-validOn")).hasText("validOn is a date as in 2014-06-01.");
        assertThat(page.locator("#problem-asOf")).hasCount(0);
        assertThat(page.locator("main")).not().containsText("Otembaev");

        published.fill("2024-12-31");
        page.getByLabel("In force on", new Page.GetByLabelOptions().setExact(true))
                .fill("");
        page.getByText("Show this view").click();
        assertThat(page).hasURL(Pattern.compile(".*\\?asOf=%40280&publishedBy=2024-12-31$"));
        assertThat(page.locator("h1")).containsText("Otembaev was given 20 years");
    }

    @Test
    void aParameterThatAPageDoesNotHaveIsToldAndNotUsed() {
        browserWindow.open(SENTENCE + "?asof=2020-01-01");

        assertThat(page.getByRole(AriaRole.STATUS)).containsText("asof");
        assertThat(sentence()).hasText("Reading the ledger as it stands now.");
    }

    @Test
    void aClaimThatWasNotRecordedYetIsNotThereAndAWayLeadsToIt() {
        browserWindow.open(SENTENCE + "?asOf=@10");

        assertThat(page.locator("h1")).hasText("Not there");
        page.getByText("Look for it as the ledger stands now").click();
        assertThat(page.locator("h1")).containsText("Otembaev was given 20 years");
    }

    @Test
    void withoutScriptsTheDatesAreMovedByAFormAndPresets() {
        try (BrowserWindow plain = desk.window(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
            Page still = plain.open(SENTENCE);
            still.locator("#bar summary").click();
            assertThat(still.locator("#bar input[type=range]").first()).isHidden();
            still.getByLabel("Recorded by", new Page.GetByLabelOptions().setExact(true))
                    .fill("@315");
            still.getByText("Show this view").click();

            assertThat(still.locator("#bar .sentence")).containsText("event 280");
            assertThat(still.locator("[data-fact=valid]")).containsText("since about 2006");

            still.getByText("When it began").click();
            assertThat(still).hasURL(Pattern.compile(".*asOf=@315&validOn=2007-12-31$"));
        }
    }
}
