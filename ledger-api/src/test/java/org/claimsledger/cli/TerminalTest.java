package org.claimsledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.regex.Pattern;
import org.claimsledger.api.RunningLedger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Text by others cannot control the terminal of its reader, and cannot pass for a line of the program's own.
 */
class TerminalTest {

    /** Clears the screen, goes to the beginning of the line, starts another one, turns the direction, and hides. */
    private static final String HOSTILE = "\u001b[2J\u001b]0;owned\u0007\r\u009b31m\u202e\u2066\u200b\u2028\u007f";

    private static final Pattern RAW = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}&&[^\n\t]]");

    @TempDir
    Path folder;

    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private int exit;

    @Test
    void refusalsOfAnImportShowWhatTheyAreAboutButNotRaw() throws IOException {
        Path file = hostileLines();

        String said = run("import", file, "--data", folder.resolve("ledger"));

        assertThat(exit).isEqualTo(3);
        assertThat(said).doesNotContainPattern(RAW);
        assertThat(said)
                .contains(
                        "invalid_edtf",
                        "\\u001b[2J",
                        "\\u202e",
                        "\\u000aforged",
                        "0 accepted, 0 duplicates, 3 refused.");
        assertThat(said.lines()).noneMatch(line -> line.startsWith("forged"));
    }

    @Test
    void soDoThoseOfAnImportThroughAServer() throws IOException {
        try (RunningLedger ledger = RunningLedger.in(folder.resolve("ledger"))) {
            String said = run("import", hostileLines(), "--server", ledger.base(), "--token", RunningLedger.TOKEN);

            assertThat(exit).isEqualTo(3);
            assertThat(said).doesNotContainPattern(RAW).contains("\\u001b[2J", "\\u000aforged");
        }
    }

    @Test
    void aServerThatIsNoLedgerGivesNoOrdersEither() throws IOException {
        HttpServer other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] answer = ("{\"items\":[{\"id\":\"1\",\"name\":\"night\\u001b[2J\\u202e\\nforged\",\"role\":\"admin\","
                        + "\"created\":\"\\u009b\",\"expires\":\"x\"}],\"detail\":\"x\"}")
                .getBytes(StandardCharsets.UTF_8);
        byte[] refusal = HOSTILE.getBytes(StandardCharsets.UTF_8);
        other.createContext("/", exchange -> {
            boolean list = exchange.getRequestMethod().equals("GET");
            byte[] body = list ? answer : refusal;
            exchange.sendResponseHeaders(list ? 200 : 500, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        other.start();
        try {
            String server = "http://127.0.0.1:" + other.getAddress().getPort();
            String listed = run("token", "list", "--server", server, "--token", "t");
            assertThat(listed).doesNotContainPattern(RAW).contains("night\\u001b[2J\\u202e\\u000aforged");
            String made = run("token", "create", "n1", "--role", "reader", "--server", server, "--token", "t");
            assertThat(exit).isEqualTo(1);
            assertThat(made).doesNotContainPattern(RAW).contains("The server answered 500: \\u001b[2J");
        } finally {
            other.stop(0);
        }
    }

    @Test
    void verifyShowsTheContentOfADamagedFileEscaped() throws Exception {
        run("import", "src/main/resources/sample/sample-case.ndjson", "--data", folder.resolve("ledger"));
        String url = "jdbc:h2:" + folder.resolve("ledger/events").toAbsolutePath();
        try (var connection = DriverManager.getConnection(url, "ledger", "")) {
            var change = connection.prepareStatement("update tag set tag_value = ? where id = 3");
            change.setString(1, HOSTILE + "\nforged");
            assertThat(change.executeUpdate()).isOne();
        }

        String said = run("verify", "--no-tables", "--data", folder.resolve("ledger"));

        assertThat(exit).isEqualTo(4);
        assertThat(said).doesNotContainPattern(RAW).contains("\\u001b[2J", "\\u000aforged");
    }

    @Test
    void aWrongCommandLineIsRepeatedEscaped() {
        String said = run("import", HOSTILE, "--" + HOSTILE);

        assertThat(exit).isEqualTo(2);
        assertThat(said).doesNotContainPattern(RAW).contains("\\u001b[2J");
    }

    @Test
    void namesInEveryAlphabetAreShownAsTheyAre() {
        assertThat(TerminalWriter.escapedLine("Рахат Алиев · رخت علییف · 𐍈 · é"))
                .isEqualTo("Рахат Алиев · رخت علییف · 𐍈 · é");
    }

    private Path hostileLines() throws IOException {
        String json = HOSTILE.chars()
                .collect(StringBuilder::new, (text, c) -> text.append("\\u%04x".formatted(c)), StringBuilder::append)
                .toString();
        return Files.writeString(folder.resolve("hostile.ndjson"), """
            {"op":"register_source","kind":"book","title":"T","published":"%1$s\\nforged"}
            {"op":"register_source","kind":"book","title":"T","%1$s\\nforged":1}
            {"op":"register_subject","kind":"person","name":"N","externalIds":{"%1$s":"x"}}
            """.formatted(json));
    }

    /** The text that a terminal shows, from both streams. */
    private String run(Object... arguments) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        shown.reset();
        PrintStream terminal = new PrintStream(shown, true, StandardCharsets.UTF_8);
        System.setOut(terminal);
        System.setErr(terminal);
        try {
            String[] words = new String[arguments.length];
            for (int i = 0; i < words.length; i++) {
                words[i] = arguments[i].toString();
            }
            exit = ClaimsLedger.commandLine().execute(words);
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
        return shown.toString(StandardCharsets.UTF_8);
    }
}
