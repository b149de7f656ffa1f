package org.claimsledger.desk;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.claimsledger.api.RunningLedger;
import org.claimsledger.api.RunningLedger.Answer;

/** The desk of a running ledger with the sample case, and a real Chromium to read it with. */
final class DeskFixture implements AutoCloseable {

    static final Path SAMPLE = Path.of("src/main/resources/sample/sample-case.ndjson");

    private static final List<String> CHROMIUM =
            List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");

    private static final double PATIENCE = 60_000;

    private final RunningLedger ledger;
    private final Playwright playwright;
    private final Browser browser;

    private DeskFixture(RunningLedger ledger) {
        this.ledger = ledger;
        this.playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        this.browser = playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(chromium()));
    }

    /** Starts a ledger in that folder, with the sample case. */
    static DeskFixture in(Path folder, String... settings) {
        List<String> all = new ArrayList<>(List.of(settings));
        all.add("--ledger.rate=0");
        RunningLedger ledger = RunningLedger.in(folder, all.toArray(String[]::new));
        try {
            Answer answer = ledger.importLines(Files.readString(SAMPLE));
            if (answer.status() != 200 || answer.text().contains("\"refused\"")) {
                throw new AssertionError("the sample case was refused: " + answer.text());
            }
            return new DeskFixture(ledger);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Path chromium() {
        return Stream.concat(Stream.ofNullable(System.getenv("CHROMIUM")), CHROMIUM.stream())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new AssertionError("The tests of the pages need Chromium, as in apt-get install"
                        + " chromium; the variable CHROMIUM names one that is elsewhere"));
    }

    RunningLedger ledger() {
        return ledger;
    }

    /** A window that collects its faults: script errors, and everything that the page's policy refused. */
    BrowserWindow window(Browser.NewContextOptions options) {
        return new BrowserWindow(
                browser.newContext(options.setBaseURL(ledger.base().toString())));
    }

    BrowserWindow window() {
        return window(new Browser.NewContextOptions().setViewportSize(1400, 1000));
    }

    /** The text of a page, as it is sent. */
    Answer get(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(ledger.base().resolve(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return ledger.send(request.GET());
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
        ledger.close();
    }

    /** A browsing context with one page. */
    static final class BrowserWindow implements AutoCloseable {

        private final BrowserContext context;
        private final Page page;
        private final StringBuilder faults = new StringBuilder();

        private BrowserWindow(BrowserContext context) {
            this.context = context;
            context.setDefaultTimeout(PATIENCE);
            this.page = context.newPage();
            page.onPageError(error -> faults.append(error).append('\n'));
            page.onDialog(dialog -> {
                faults.append("a dialog: ").append(dialog.message()).append('\n');
                dialog.dismiss();
            });
            page.onConsoleMessage(message -> {
                if (message.type().equals("error")) {
                    faults.append(message.text()).append('\n');
                }
            });
        }

        Page page() {
            return page;
        }

        /** Logs in on the login page. */
        BrowserWindow logIn(String name, String token) {
            page.navigate("/login");
            page.getByLabel("Name").fill(name);
            page.getByLabel("Token").fill(token);
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Log in"))
                    .click();
            page.waitForURL(url -> !url.contains("/login"));
            return this;
        }

        Page open(String path) {
            page.navigate(path);
            return page;
        }

        BrowserContext context() {
            return context;
        }

        /** The faults so far; empty if there are none. */
        String faults() {
            return faults.toString();
        }

        @Override
        public void close() {
            context.close();
        }
    }
}
