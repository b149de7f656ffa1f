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
import org.claimsledger.api.Credentials;
import org.claimsledger.api.RunningLedger;
import org.claimsledger.desk.DeskFixture.BrowserWindow;
import org.claimsledger.token.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Walks of a writer: from an empty form to a claim and its later changes. */
class FilingTest {

    private static final String CLAIM = "/claims/otembaev-sentence";

    @TempDir
    static Path folder;

    private static Credentials credentials;
    private static DeskFixture desk;

    private BrowserWindow browserWindow;
    private Page page;

    @BeforeAll
    static void open() {
        credentials = Credentials.in(folder);
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

    private void logIn(Role role) {
        browserWindow.logIn(role.lowerCaseName() + "-1", credentials.secretOf(role));
    }

    private Locator field(String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }

    private void press(String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    @Test
    void aSourceAndAClaimAreFiledFromEmptyAndFoundUnderAnotherSpelling() {
        logIn(Role.REPORTER);
        page.getByText("File a claim").click();

        page.getByText("It is not in the ledger yet").click();
        page.locator("#new-source-kind").selectOption("news_report");
        page.locator("#new-source-title").fill("A notice of the registry");
        page.locator("#new-source-publisher").fill("The registry");
        page.locator("#new-source-published").fill("2021-03");
        assertThat(page.locator("#words-new-source-published")).containsText("March 2021");

        Locator article = field("The text");
        article.fill("The office moved.\n\nOn Monday it opened in the new house. Nobody came to see it.");
        article.evaluate("it => it.setSelectionRange(it.value.indexOf('On Monday'), it.value.indexOf(' Nobody'))");
        press("Quote what is selected");
        assertThat(page.locator("#evidence-quote-exact")).hasValue("On Monday it opened in the new house.");
        assertThat(page.locator("#evidence-quote-prefix")).hasValue("The office moved.");
        assertThat(page.locator("#evidence-quote-suffix")).hasValue("Nobody came to see it.");
        assertThat(page.locator("#evidence-locator")).hasValue("paragraph 2, characters 20 to 56");

        page.getByText("They are not in the ledger yet").click();
        page.locator("#new-subject-kind").selectOption("organisation");
        page.locator("#new-subject-name").fill("Registry of Houses");
        page.locator("#new-subject-alsoKnownAs").fill("Реестр домов");
        page.locator("#predicate").fill("founded");
        page.locator("#value-kind").selectOption("date");
        page.locator("#value-date").fill("2021-03~");
        page.locator("#statement").fill("The Registry of Houses opened in March 2021 or so.");
        page.locator("#statement").blur();
        assertThat(page.locator("#effect .statement.large"))
                .hasText("The Registry of Houses opened in March 2021 or so.");
        String quoted = page.content();
        assertThat(quoted).as("the pasted text is in no field that is sent").doesNotContain("name=\"article\"");

        press("File this claim");
        if (page.url().endsWith("/new/claim")) { // the sample's vocabulary has no such word
            assertThat(page.locator(".problems")).containsText("predicate");
            assertThat(page.locator("#statement")).hasValue("The Registry of Houses opened in March 2021 or so.");
            assertThat(page.locator("#evidence-source-chosen")).isChecked();
            assertThat(page.locator("#subject-chosen")).isChecked();
            page.locator("#predicate").fill("founded_on");
        }
        desk.ledger().importLines("{\"op\":\"define_predicate\",\"key\":\"founded_on\"}");
        press("File this claim");

        assertThat(page).hasURL(Pattern.compile(".*/claims/[^/]+$"));
        assertThat(page.locator("h1")).hasText("The Registry of Houses opened in March 2021 or so.");
        assertThat(page.locator("blockquote q")).hasText("On Monday it opened in the new house.");
        assertThat(page.locator("#history")).containsText("by reporter-1");

        browserWindow.open("/search?q=Reestr+Domov");
        assertThat(page.locator("#results")).containsText("Registry of Houses");
        assertThat(browserWindow.faults().replaceAll(".*422.*\n", "")).isEmpty();
    }

    @Test
    void eachProblemStandsAtItsFieldBesideTheInput() {
        logIn(Role.REPORTER);
        browserWindow.open("/new/claim");
        page.locator("#valid").fill("13.02.2006");
        page.locator("#statement").fill("Somebody did something.");
        page.locator("#value-kind").selectOption("quantity");
        page.locator("#value-amount").fill("twenty");
        page.locator("#evidence-attribution").fill("A court");
        long before = desk.ledger().head();
        press("File this claim");

        assertThat(page.locator(".problems")).containsText("The claim was not recorded");
        assertThat(page.locator("[data-field='valid'] .problem")).isVisible();
        assertThat(page.locator("[data-field='value'] .problem")).containsText("A number");
        assertThat(page.locator("[data-field='subject'] .problem")).isVisible();
        assertThat(page.locator("[data-field='evidence/source'] .problem")).isVisible();
        assertThat(page.locator("#valid")).hasValue("13.02.2006");
        assertThat(page.locator("#valid")).hasAttribute("aria-invalid", "true");
        assertThat(page.locator("#value-amount")).hasValue("twenty");
        assertThat(page.locator("#statement")).hasValue("Somebody did something.");
        assertThat(page.locator("#evidence-attribution")).hasValue("A court");
        assertThat(desk.ledger().head()).isEqualTo(before);
    }

    @Test
    void anEditorRevisesDisputesAndRetractsAndTheTimeBarShowsEachState() {
        String id = filed("revised", "Twelve people were named.");
        logIn(Role.EDITOR);

        browserWindow.open("/claims/" + id + "/revise");
        assertThat(page.locator("#changes-statement")).hasValue("Twelve people were named.");
        page.locator("#kind").selectOption("correction");
        page.locator("#changes-statement").fill("Fourteen people were named.");
        page.locator("#reason").fill("Misread at first.");
        press("See what it would change");
        assertThat(page.locator("#effect")).containsText("would read otherwise");
        press("Record this revision");
        assertThat(page).hasURL(Pattern.compile(".*/claims/" + id + "#event-\\d+$"));
        assertThat(page.locator("h1")).hasText("Fourteen people were named.");
        assertThat(page.locator(".difference del").first()).hasText("Twelve");
        assertThat(page.locator(".difference ins").first()).hasText("Fourteen");
        long revised = desk.ledger().head();

        browserWindow.open("/claims/" + id + "/attach");
        page.locator("#source").fill("rferl-2008-03");
        page.locator("#stance").selectOption("disputes");
        press("Attach this evidence");
        assertThat(page.locator("[data-fact=status]")).containsText("disputed");
        long disputed = desk.ledger().head();

        browserWindow.open("/claims/" + id + "/retract");
        page.getByLabel("recorded in error").check();
        page.locator("#note").fill("It was another list.");
        press("Retract this claim");
        assertThat(page.locator("[data-fact=status]")).containsText("retracted");
        assertThat(page.locator("#history")).containsText("It was another list.");

        for (List<String> state : List.of(
                List.of("@" + (revised - 1), "Twelve", "supported"),
                List.of("@" + revised, "Fourteen", "supported"),
                List.of("@" + disputed, "Fourteen", "disputed"))) {
            browserWindow.open("/claims/" + id);
            page.locator("#bar summary").click();
            field("Recorded by").fill(state.getFirst());
            press("Show this view");
            assertThat(page.locator("h1")).containsText(state.get(1));
            assertThat(page.locator("[data-fact=status]")).containsText(state.get(2));
            assertThat(page.locator(".acts")).hasCount(0);
        }
        page.getByText("What changed since").click();
        assertThat(page.locator(".difference, .pair").first()).isVisible();
        assertThat(browserWindow.faults()).isEmpty();
    }

    @Test
    void anEditThatMeetsAnothersShowsBothAndLosesNothing() {
        String id = filed("met", "Nine people were named.");
        logIn(Role.EDITOR);
        browserWindow.open("/claims/" + id + "/revise");
        page.locator("#kind").selectOption("clarification");
        page.locator("#changes-statement").fill("Nine people were named in it.");

        try (BrowserWindow other = desk.window().logIn("admin", RunningLedger.TOKEN)) {
            Page theirs = other.open("/claims/" + id + "/revise");
            theirs.locator("#kind").selectOption("update");
            theirs.locator("#changes-valid").fill("2012");
            theirs.locator("#reason").fill("Counted twice.");
            theirs.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Record this revision"))
                    .click();
            assertThat(theirs.locator("[data-fact=valid]")).containsText("2012");
        }
        long before = desk.ledger().head();
        press("Record this revision");

        assertThat(page.locator(".conflict")).containsText("Nothing was recorded");
        assertThat(page.locator(".conflict")).containsText("Counted twice.");
        assertThat(page.locator(".conflict")).containsText("Nine people were named in it.");
        assertThat(page.locator("#changes-statement")).hasValue("Nine people were named in it.");
        assertThat(page.locator("#changes-valid")).hasValue("2012");
        assertThat(desk.ledger().head()).isEqualTo(before);

        press("Record this revision");
        assertThat(page.locator("h1")).hasText("Nine people were named in it.");
        assertThat(page.locator("[data-fact=valid]")).containsText("2012");
    }

    @Test
    void aFormThatIsSentTwiceIsRecordedOnce() {
        String id = filed("twice", "Six people were named.");
        logIn(Role.EDITOR);
        browserWindow.open("/claims/" + id + "/rank");
        page.locator("#rank").selectOption("preferred");
        String key = page.locator("[name=_key]").inputValue();
        press("Record this rank");
        assertThat(page.locator("h1")).hasText("Six people were named.");
        long before = desk.ledger().head();

        browserWindow.open("/claims/" + id + "/rank");
        page.locator("#rank").selectOption("preferred");
        page.evaluate("key => { document.querySelector('[name=_key]').value = key; }", key);
        page.evaluate("() => document.querySelector('[name=_revision]').remove()");
        press("Record this rank");

        assertThat(page.locator("h1")).hasText("Six people were named.");
        assertThat(desk.ledger().head()).isEqualTo(before);
    }

    @Test
    void aReporterIsOfferedNothingThatIsNotTheirs() {
        logIn(Role.REPORTER);
        browserWindow.open(CLAIM);
        assertThat(page.locator(".acts")).containsText("Attach evidence");
        assertThat(page.locator(".acts")).not().containsText("Retract");

        browserWindow.open(CLAIM + "/retract");
        assertThat(page.locator("h1")).hasText("Not yours to do");
        assertThat(page.locator("main")).containsText("needs the role editor");
    }

    @Test
    void aPersonWithoutASessionLogsInAndGoesOn() {
        browserWindow.open(CLAIM);
        assertThat(page.locator(".acts")).hasCount(0);

        browserWindow.open(CLAIM + "/retract");
        assertThat(page.locator("h1")).hasText("Log in");
        page.getByLabel("Name").fill("editor-1");
        page.getByLabel("Token").fill(credentials.secretOf(Role.EDITOR));
        press("Log in");
        assertThat(page).hasURL(Pattern.compile(".*" + CLAIM + "/retract$"));
        assertThat(page.locator("h1")).hasText("Retract the claim");
    }

    @Test
    void inputSurvivesASessionThatEnds() {
        logIn(Role.EDITOR);
        browserWindow.open(CLAIM + "/assess");
        page.locator("#verdict").selectOption("verified");
        page.locator("#rationale").pressSequentially("Read in the archive.");
        browserWindow.context().clearCookies();
        press("Record this verdict");

        assertThat(page.locator("h1")).hasText("Log in");
        page.getByLabel("Name").fill("editor-1");
        page.getByLabel("Token").fill(credentials.secretOf(Role.EDITOR));
        press("Log in");
        assertThat(page).hasURL(Pattern.compile(".*" + CLAIM + "/assess$"));
        assertThat(page.locator("#rationale")).hasValue("Read in the archive.");
        assertThat(page.locator("#verdict")).hasValue("verified");
    }

    @Test
    void withoutScriptsAClaimIsFiledAndRevised() {
        try (BrowserWindow plain = desk.window(new Browser.NewContextOptions().setJavaScriptEnabled(false))
                .logIn("editor-1", credentials.secretOf(Role.EDITOR))) {
            Page still = plain.open("/new/claim");
            still.locator("#evidence-source").fill("rferl-2008-03");
            still.locator("#subject").fill("rakhat-aliev");
            still.locator("#predicate").fill("accused_of");
            still.locator("#value-kind").selectOption("text");
            still.locator("#value-text").fill("a plan without scripts");
            still.getByText("See how it will read").click();
            assertThat(still.locator("#effect")).containsText("What it would change");
            still.getByText("File this claim").click();
            assertThat(still.locator("h1")).containsText("a plan without scripts");

            still.getByText("Retract", new Page.GetByTextOptions().setExact(true))
                    .click();
            still.getByLabel("duplicate").check();
            still.getByText("Retract this claim").click();
            assertThat(still.locator("[data-fact=status]")).containsText("retracted");
        }
    }

    private static String filed(String id, String statement) {
        assertThat(desk.ledger()
                        .importLines(
                                "{\"op\":\"register_subject\",\"id\":\"list-%s\",\"kind\":\"other\",\"name\":\"List %s\"}"
                                        .formatted(id, id),
                                "{\"op\":\"assert_claim\",\"id\":\"%s\",\"subject\":\"list-%s\",\"predicate\":\"accused_of\",\"value\":{\"text\":\"%s\"},\"statement\":\"%s\",\"evidence\":{\"source\":\"rferl-2024-02\"}}"
                                        .formatted(id, id, id, statement))
                        .text())
                .doesNotContain("refused");
        return id;
    }
}
