package org.claimsledger.desk;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import org.claimsledger.desk.Desk.Window;

/** Makes the pictures of docs/desk.md. Arguments: an empty folder, and the one for the pictures. */
final class DeskPictures {

    private static final int HEIGHT = 1_000;

    private DeskPictures() {}

    public static void main(String[] arguments) {
        Path pictures = Path.of(arguments[1]);
        try (Desk desk = Desk.in(Path.of(arguments[0]))) {
            take(
                    desk,
                    "/claims/nazarbaev-resignation-date",
                    1400,
                    ColorScheme.LIGHT,
                    pictures.resolve("claim-wide.png"));
            take(
                    desk,
                    "/subjects/rakhat-aliev?publishedBy=2024-12-31&validOn=2010-06-01",
                    1400,
                    ColorScheme.LIGHT,
                    pictures.resolve("subject-wide.png"));
            take(desk, "/subjects/rakhat-aliev", 320, ColorScheme.DARK, pictures.resolve("subject-phone-dark.png"));
        }
    }

    private static void take(Desk desk, String path, int width, ColorScheme scheme, Path picture) {
        var options =
                new Browser.NewContextOptions().setViewportSize(width, HEIGHT).setColorScheme(scheme);
        try (Window window = desk.window(options)) {
            Page page = window.open(path);
            page.waitForLoadState();
            page.screenshot(new Page.ScreenshotOptions().setPath(picture));
        }
    }
}
