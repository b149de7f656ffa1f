package org.claimsledger.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

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

/** Walks of a reader: from the front page to the reasons for an answer. */
class DeskReadingTest {

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
        assertThat(browserWindow.faults()).isEmpty();
        browserWindow.close();
    }

    private Locator section(String heading) {
        return page.locator("section")
                .filter(new Locator.FilterOptions()
                        .setHas(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(heading))))
                .last();
    }

    @Test
    void fromTheFrontPageUnderAnotherSpellingToAClaim() {
        browserWindow.open("/");
        page.getByRole(AriaRole.SEARCHBOX).fill("Әлиев");
        page.keyboard().press("Enter");

        assertThat(page).hasURL(Pattern.compile(".*/search\\?q=.*"));
        assertThat(section("Subjects")).containsText("Rakhat Aliev");
        section("Subjects")
                .getByText("Rakhat Aliev", new Locator.GetByTextOptions().setExact(true))
                .click();

        assertThat(page.locator("h1")).hasText("Rakhat Aliev");
        page.locator(".dossier").getByText("suicide").first().click();
        assertThat(page.locator("h1")).containsText("suicide");
    }

    @Test
    void whatIsTypedIsFoundWithoutAButtonAndStandsInTheAddress() {
        browserWindow.open("/search");
        page.getByRole(AriaRole.SEARCHBOX).pressSequentially("Masimov");

        assertThat(section("Subjects")).containsText("Karim Masimov");
        assertThat(page).hasURL(Pattern.compile(".*/search\\?q=Masimov$"));
        assertThat(section("Sources").locator("mark").first()).hasText("Masimov");
    }

    @Test
    void theFrontPageTellsWhatChangedWhatIsDisputedAndWhatLostItsSupport() {
        browserWindow.open("/");

        assertThat(section("Changed").locator("li").first()).containsText("Nazarbaev announced in March 2019");
        Locator death = section("Disputed")
                .locator("li")
                .filter(new Locator.FilterOptions().setHasText("Rakhat Aliev manner of death"));
        assertThat(death).containsText("suicide");
        assertThat(death).containsText("homicide");
        assertThat(section("Lost its support")).containsText("unsupported");
    }

    @Test
    void aClaimShowsThatTwoDocumentsAreOneOriginAndThroughWhomItCame() {
        browserWindow.open("/claims/otembaev-sentence");

        assertThat(page.locator(".side").first()).containsText("2 documents, 1 origin");
        assertThat(page.locator(".origin h3").first()).containsText("Kazakh court");
        assertThat(page.locator("#e1")).containsText("as reported by RFE/RL in");
        assertThat(page.locator("#e1")).containsText("paragraph 10");
        assertThat(page.locator("#e2")).containsText("Republishes");
        assertThat(page.locator("#e2")).containsText("counts once with it");
        assertThat(page.locator(".side").nth(1)).containsText("none");
        assertThat(page.locator(".facts"))
                .containsText("From some time in 2006, perhaps 2005 or 2007, to some time in 2013.");
    }

    @Test
    void aClaimSaysWhyAnotherOneAnswersItsQuestion() {
        browserWindow.open("/claims/nurqadilov-death-homicide");

        Locator why = section("Why another claim answers the question");
        assertThat(why).containsText("Something speaks against the answer.");
        assertThat(why).containsText("“suicide” is ruled; “homicide” is only alleged or believed.");
        assertThat(why.locator(".answers li")).hasCount(2);
        why.locator(".answers a").first().click();
        assertThat(page).hasURL(Pattern.compile(".*/claims/nurqadilov-death-suicide$"));
    }

    @Test
    void aDenialStandsInItsOwnColumnAndChangesNothing() {
        browserWindow.open("/claims/aliev-convicted-coup");

        assertThat(page.locator(".side").nth(2)).containsText("Denied by");
        assertThat(page.locator(".side").nth(2)).containsText("Aliev");
        assertThat(page.locator(".head .mark")).hasText("supported");
    }

    @Test
    void evidenceThatWasTakenBackIsStruckAndSaysWhy() {
        browserWindow.open("/claims/unrest-killed");

        assertThat(page.locator("#e4")).hasClass(Pattern.compile("dead"));
        assertThat(page.locator("#e4")).containsText("Withdrawn by the desk: misattributed");
        assertThat(page.locator(".head .mark")).hasText("corroborated");
    }

    @Test
    void whatARevisionChangedStandsInTheSentence() {
        browserWindow.open("/claims/nazarbaev-resignation-date");

        Locator sentence = page.locator(".difference .statement");
        assertThat(sentence.locator("del")).hasText(" in 2019");
        assertThat(sentence.locator("ins")).hasText("announced in March 2019 that he");
        assertThat(page.locator(".difference .changes")).containsText("status");

        page.getByText("As they were to be read in what had been published").click();
        assertThat(page).hasURL(Pattern.compile(".*clock=published.*"));
        assertThat(page.locator(".revisions li")).hasCount(2);
        assertThat(page.locator(".revisions")).containsText("25 Apr 2023");
    }

    @Test
    void anyTwoVersionsAreCompared() {
        browserWindow.open("/claims/otembaev-sentence");
        page.getByLabel("Compare").selectOption("2");
        page.getByLabel("with").selectOption("3");
        page.getByText("Show the difference").click();

        assertThat(page.locator(".difference h3")).hasText("From v2 to v3");
        assertThat(page.locator(".difference")).containsText("valid time");
        assertThat(page.locator(".difference ins").last()).hasText("to 2013");
    }

    @Test
    void theAuditTrailTellsWhoDidWhatAndWhy() {
        browserWindow.open("/claims/otembaev-sentence");
        Locator update = page.locator(".event").nth(2);

        assertThat(update).containsText("updated by admin");
        assertThat(update).containsText("The sentence was set aside in 2013, when the case went to review.");
        assertThat(update).containsText("On the basis of");
        update.locator(".when a").click();
        assertThat(page.locator("#bar .sentence")).containsText("Reading what was recorded by event");
    }

    @Test
    void aRetractedClaimSaysThatItIsAndWhy() {
        browserWindow.open("/claims/killing-ordered-by-otembaev");

        assertThat(page.locator(".head .mark")).hasText("retracted");
        assertThat(page.locator("[data-fact=retraction]"))
                .containsText("superseded by ruling: His sentence was annulled in 2013");
    }

    @Test
    void aVerdictStandsWithItsRationale() {
        browserWindow.open("/claims/page-topic-ibragimov");

        assertThat(page.locator("[data-fact=verdict]")).hasText("verified: Read in full.");
    }

    @Test
    void aCitationLeadsToThisVeryReadingForEver() {
        browserWindow.open("/claims/otembaev-sentence");
        String citation = page.locator("#citation").textContent();
        assertThat(citation)
                .contains("“Annulled: Otembaev was given 20 years for ordering the killing.”")
                .contains("revision 4");
        String permalink = citation.substring(citation.indexOf("http"));
        assertThat(permalink).endsWith("?asOf=@" + desk.ledger().head());

        page.navigate(permalink);
        assertThat(page.locator("h1")).containsText("Otembaev was given 20 years");
    }

    @Test
    void aDossierIsGroupedByThemeAndShowsBothValuesOfWhatIsDisputed() {
        browserWindow.open("/subjects/rakhat-aliev");

        assertThat(page.locator(".theme h2")).hasText(new String[] {
            "Offices, ties and circumstances",
            "Events",
            "What is said of other claims",
            "Trial of Aliev and Musaev before a military court (2008)",
            "Separate trial of Aliev and Musaev ended January 2008",
            "Investigation and Austrian proceedings against Aliev over the Nurbank kidnapping"
        });
        Locator death = page.locator(".entry").filter(new Locator.FilterOptions().setHasText("manner of death"));
        assertThat(death.locator(".values"))
                .hasText(Pattern.compile("suicide\\s+supported\\s+·\\s+homicide\\s+alleged, questioned"));
        assertThat(page.locator(".facts")).containsText("Rakhat Aliyev");
        assertThat(page.locator(".facts")).containsText("English");
        assertThat(section("Named in claims about others")).containsText("Aliev");
    }

    @Test
    void theTimelineIsAPictureAndATable() {
        browserWindow.open("/subjects/rakhat-aliev?validOn=2010-06-01");

        assertThat(page.locator("svg.timeline.wide")).isVisible();
        assertThat(page.locator("svg.timeline.narrow")).isHidden();
        assertThat(page.locator("svg.timeline.wide")).containsText("in force 1 Jun 2010");
        page.getByText("The same as a table").click();
        assertThat(page.locator("table")).containsText("sentenced to 20 years");
        assertThat(page.locator("table")).containsText("since about March 2008");
    }

    @Test
    void aMergedSubjectIsReadUnderTheOtherNameAndThePageSaysSo() {
        browserWindow.open("/subjects/kassym-jomart-tokayev");

        assertThat(page.locator("h1")).hasText("Qasym-Zhomart Toqaev");
        assertThat(page.locator(".facts")).containsText("“Kassym-Jomart Tokayev” is read under this name");
    }

    @Test
    void aSourceShowsWhereItComesFromAndWhatItsRetractionWouldChangeBeforeAnythingIsDone() {
        long before = desk.ledger().head();
        browserWindow.open("/sources/rferl-2024-02");

        assertThat(page.locator("svg.graph")).containsText("republishes");
        assertThat(page.locator("svg.graph a")).not().hasCount(0);
        page.getByText("What would change if it were retracted").click();

        Locator would = page.locator("#would");
        assertThat(would).containsText("Nothing is recorded by looking.");
        assertThat(would).containsText("claims and");
        assertThat(would.locator(".fate")
                        .filter(new Locator.FilterOptions().setHasText("Zamanbek Nurqadilov › manner of death")))
                .containsText("homicide (alleged)");
        assertThat(page).hasURL(Pattern.compile(".*/sources/rferl-2024-02$"));
        assertThat(desk.ledger().head()).isEqualTo(before);
    }

    @Test
    void twoDatesOfTheLedgerStandSideBySide() {
        browserWindow.open("/compare?asOf=@300");
        page.getByLabel("Recorded by", new Page.GetByLabelOptions().setExact(true))
                .last()
                .fill("@320");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Compare"))
                .click();

        assertThat(page).hasURL(Pattern.compile(".*/compare\\?asOf=%40300&toAsOf=%40320$"));
        assertThat(page.locator(".heads p").first()).containsText("Recorded by event 300");
        assertThat(page.locator(".heads p").last()).containsText("Recorded by event 320");
        assertThat(page.locator(".pair").first()).isVisible();
    }

    @Test
    void aSubjectFromTwoDatesShowsWhatIsOtherwiseAndFoldsWhatIsNot() {
        browserWindow.open("/subjects/rakhat-aliev/compare?publishedBy=2013-12-31");

        Locator death = page.locator(".pair").filter(new Locator.FilterOptions().setHasText("manner of death"));
        assertThat(death.locator(".one").first()).hasText("Not there.");
        assertThat(death.locator(".one").last()).containsText("suicide");
        assertThat(page.getByText("answers read alike")).isVisible();
    }

    @Test
    void theSecondDateOfAComparisonThatCannotBeReadIsToldAtItsField() {
        browserWindow.open("/compare?asOf=@300&toPublishedBy=soon");

        assertThat(page.locator("#problem-toPublishedBy")).containsText("is a date as in");
        assertThat(page.locator("main input[name=toPublishedBy]")).hasValue("soon");
        assertThat(page.locator(".pairs")).hasCount(0);
    }

    @Test
    void theThemeIsRememberedAndNothingElseIs() {
        browserWindow.open("/claims/otembaev-sentence?validOn=2010-06-01");
        page.getByText("Dark", new Page.GetByTextOptions().setExact(true)).click();

        assertThat(page).hasURL(Pattern.compile(".*/claims/otembaev-sentence\\?validOn=2010-06-01$"));
        assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
        assertThat(browserWindow.context().cookies()).singleElement().satisfies(cookie -> {
            assertThat(cookie.name).isEqualTo("theme");
            assertThat(cookie.value).isEqualTo("dark");
        });
        assertThat(page.evaluate("() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)]"))
                .as("but where the window is, for its button that goes back")
                .isEqualTo(List.of("htmx-current-path-for-history"));

        page.getByText("As the system").click();
        assertThat(page.locator("html")).hasAttribute("data-theme", "system");
        assertThat(browserWindow.context().cookies()).isEmpty();
    }
}
