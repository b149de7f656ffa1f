package org.claimsledger.desk;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import org.claimsledger.api.RunningLedger;
import org.claimsledger.desk.DeskFixture.BrowserWindow;

/** Makes the pictures of docs/desk.md. Arguments: an empty folder, and the one for the pictures. */
final class DeskPictures {

    private static final int HEIGHT = 1_000;

    private DeskPictures() {}

    public static void main(String[] arguments) {
        Path pictures = Path.of(arguments[1]);
        try (DeskFixture deskFixture = DeskFixture.in(Path.of(arguments[0]))) {
            take(
                    deskFixture,
                    "/claims/nazarbaev-resignation-date",
                    1400,
                    ColorScheme.LIGHT,
                    pictures.resolve("claim-wide.png"));
            take(
                    deskFixture,
                    "/subjects/rakhat-aliev?publishedBy=2024-12-31&validOn=2010-06-01",
                    1400,
                    ColorScheme.LIGHT,
                    pictures.resolve("subject-wide.png"));
            take(
                    deskFixture,
                    "/subjects/rakhat-aliev",
                    320,
                    ColorScheme.DARK,
                    pictures.resolve("subject-phone-dark.png"));
            take(
                    deskFixture,
                    "/new/claim?evidence/source=rferl-2024-02&subject=rakhat-aliev&predicate=accused_of",
                    1400,
                    ColorScheme.LIGHT,
                    pictures.resolve("filing-wide.png"));
            take(
                    deskFixture,
                    "/claims/otembaev-sentence/retract",
                    320,
                    ColorScheme.DARK,
                    pictures.resolve("retract-phone-dark.png"));
        }
    }

    private static void take(DeskFixture deskFixture, String path, int width, ColorScheme scheme, Path picture) {
        var options =
                new Browser.NewContextOptions().setViewportSize(width, HEIGHT).setColorScheme(scheme);
        try (BrowserWindow browserWindow = deskFixture.window(options)) {
            if (path.matches("/new/.*|.*/retract")) {
                browserWindow.logIn("admin", RunningLedger.TOKEN);
            }
            Page page = browserWindow.open(path);
            page.waitForLoadState();
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(picture)
                    .setFullPage(path.startsWith("/claims") && width < 400));
        }
    }
}
