package org.claimsledger.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import org.claimsledger.api.Credentials;
import org.claimsledger.desk.DeskFixture.BrowserWindow;
import org.claimsledger.token.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With review on: reporters' filings wait, and an editor decides on all of them at once. */
class DeskReviewTest {

    @TempDir
    static Path folder;

    @Test
    void aReportersFilingsWaitAndAreDecidedOnInABatch() {
        Credentials credentials = Credentials.in(folder);
        try (DeskFixture deskFixture = DeskFixture.in(folder, "--ledger.review=on");
                BrowserWindow reporter = deskFixture.window().logIn("reporter-1", credentials.secretOf(Role.REPORTER));
                BrowserWindow editor = deskFixture.window().logIn("editor-1", credentials.secretOf(Role.EDITOR))) {
            for (String text : new String[] {"a first thing", "a second thing"}) {
                Page page = reporter.open("/new/claim");
                page.locator("#evidence-source").fill("rferl-2008-03");
                page.locator("#subject").fill("rakhat-aliev");
                page.locator("#predicate").fill("accused_of");
                page.locator("#value-kind").selectOption("text");
                page.locator("#value-text").fill(text);
                page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("File this claim"))
                        .click();
                assertThat(page.locator("[data-fact=status]")).containsText("proposed");
            }

            Page page = editor.open("/");
            assertThat(page.locator("main")).containsText("Waiting for review");
            editor.open("/review");
            assertThat(page.locator(".waiting")).hasCount(2);
            page.getByText("Decide about those that are chosen").click();
            assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("Choose at least one filing.");
            page.locator("[name=filing]").first().check();
            page.getByText("Decide about those that are chosen").click();
            assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("Accept them, or refuse them.");
            assertThat(page.locator("[name=filing]").first()).isChecked();
            page.locator("[name=filing]").nth(1).check();
            page.locator("#accept").check();
            page.locator("#reason").fill("Read and compared.");
            page.getByText("Decide about those that are chosen").click();
            assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("2 claims decided on.");
            assertThat(page.locator("main")).containsText("Nothing waits.");

            reporter.page().reload();
            assertThat(reporter.page().locator("[data-fact=status]")).containsText("supported");
            assertThat(reporter.page().locator("#history")).containsText("Read and compared.");
            reporter.open("/review");
            assertThat(reporter.page().locator("h1")).hasText("Not yours to do");
        }
    }
}
