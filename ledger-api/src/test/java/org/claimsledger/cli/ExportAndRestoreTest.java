package org.claimsledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.claimsledger.api.RunningLedger;
import org.claimsledger.cli.ProgramRunner.ProgramResult;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Moving a ledger from one folder to another by export and restore. */
@Timeout(300)
class ExportAndRestoreTest {

    private static final Path SAMPLE = Path.of("src/main/resources/sample/sample-case.ndjson");
    private static final String PLACE =
            "{\"op\":\"register_subject\",\"id\":\"place-%1$d\",\"kind\":\"place\",\"name\":\"Place %1$d\"}";

    @TempDir
    static Path shared;

    /** The sample case, and enough places for an export of several frames. */
    private static Path ledger;

    private static byte[] lines;

    @TempDir
    Path folder;

    @BeforeAll
    static void aLedger() throws IOException {
        ledger = shared.resolve("ledger");
        assertThat(ProgramRunner.run("import", SAMPLE, "--data", ledger).exit()).isZero();
        assertThat(ProgramRunner.run("import", places(shared.resolve("places"), 1, 5_000), "--data", ledger)
                        .exit())
                .isZero();
        Path file = shared.resolve("export.ndjson");
        assertThat(ProgramRunner.run("export", "--data", ledger, "--out", file))
                .isEqualTo(new ProgramResult(0, "5429 events written.\n"));
        lines = Files.readAllBytes(file);
    }

    private static Path places(Path file, int first, int last) throws IOException {
        return Files.writeString(
                file,
                IntStream.rangeClosed(first, last).mapToObj(PLACE::formatted).collect(Collectors.joining("\n")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"e.ndjson", "e.ndjson.gz", "e.ndjson.zst"})
    void aRestoredLedgerExportsTheSameBytesHoldsAndGoesOn(String name) throws IOException {
        Path file = folder.resolve(name);
        assertThat(ProgramRunner.run("export", "--data", ledger, "--out", file).exit())
                .isZero();
        Path copy = folder.resolve("copy");

        assertThat(ProgramRunner.run("restore", file, "--data", copy))
                .isEqualTo(new ProgramResult(0, "5429 events restored.\n"));

        assertThat(ProgramRunner.standardOutput("export", "--data", copy)).isEqualTo(lines);
        assertThat(ProgramRunner.run("verify", "--data", copy).exit()).isZero();
        assertThat(Files.readString(copy.resolve("ledger.json")))
                .isNotEqualTo(Files.readString(ledger.resolve("ledger.json")));
        assertThat(ProgramRunner.run("import", SAMPLE, "--data", copy).text()).contains("0 accepted", "0 refused");
        assertThat(ProgramRunner.run("import", places(folder.resolve("more"), 5_001, 5_002), "--data", copy)
                        .text())
                .contains("2 accepted");
    }

    @ParameterizedTest
    @CsvSource({"none, 7b22706f", "gzip, 1f8b0800", "zstd, 28b52ffd"})
    void anExportGoesThroughAPipeOfAnyCompression(String compression, String begin) {
        byte[] piped = ProgramRunner.standardOutput("export", "--data", ledger, "--compress", compression);

        assertThat(HexFormat.of().formatHex(piped, 0, 4)).isEqualTo(begin);
        Path copy = folder.resolve("copy");
        assertThat(ProgramRunner.runWithInput(new ByteArrayInputStream(piped), "restore", "--data", copy)
                        .exit())
                .isZero();
        assertThat(ProgramRunner.standardOutput("export", "--data", copy)).isEqualTo(lines);
    }

    @ParameterizedTest
    @ValueSource(strings = {"e.ndjson", "e.ndjson.gz", "e.ndjson.zst"})
    void anExportThatWasCutOffAnywhereIsRefusedAndGoesOnWhereItEnds(String name) throws IOException {
        Path file = folder.resolve(name);
        ProgramRunner.run("export", "--data", ledger, "--out", file);
        byte[] whole = Files.readAllBytes(file);
        Random random = new Random(1);
        for (int length : new int[] {
            whole.length - 1, whole.length - 3, whole.length * 3 / 4 + random.nextInt(whole.length / 4), 1, 0
        }) {
            Files.write(file, Arrays.copyOf(whole, length));
            if (length < whole.length - 1) {
                assertThat(ProgramRunner.run("restore", file, "--data", folder.resolve("copy"))
                                .exit())
                        .as("%d bytes", length)
                        .isEqualTo(4);
            }
            ProgramResult programResult = ProgramRunner.run("export", "--data", ledger, "--out", file);
            if (length == 1) {
                assertThat(programResult.exit()).as("a beginning of nothing").isEqualTo(1);
                Files.delete(file);
                programResult = ProgramRunner.run("export", "--data", ledger, "--out", file);
            }
            assertThat(programResult.exit()).as(programResult.text()).isZero();
            assertThat(Files.readAllBytes(file)).isEqualTo(whole);
        }
    }

    @Test
    void anExportThatIsWholeStaysAsItIsUntilTheLedgerGrows() throws IOException {
        Path growing = folder.resolve("growing");
        Path file = folder.resolve("e.ndjson.zst");
        ProgramRunner.runWithInput(new ByteArrayInputStream(lines), "restore", "--data", growing);
        assertThat(ProgramRunner.run("export", "--data", growing, "--out", file).text())
                .isEqualTo("5429 events written.\n");
        byte[] before = Files.readAllBytes(file);

        assertThat(ProgramRunner.run("export", "--data", growing, "--out", file).text())
                .isEqualTo("0 events written, after the 5429 that were there.\n");
        assertThat(Files.readAllBytes(file)).isEqualTo(before);

        ProgramRunner.run("import", places(folder.resolve("more"), 5_001, 5_007), "--data", growing);
        assertThat(ProgramRunner.run("export", "--data", growing, "--out", file).text())
                .isEqualTo("7 events written, after the 5429 that were there.\n");
        Path copy = folder.resolve("copy");
        assertThat(ProgramRunner.run("restore", file, "--data", copy).text()).isEqualTo("5394 events restored.\n");
        assertThat(ProgramRunner.standardOutput("export", "--data", copy))
                .isEqualTo(ProgramRunner.standardOutput("export", "--data", growing));
    }

    @Test
    void aFileOfSomethingElseIsLeftAsItIs() throws IOException {
        Path file = Files.writeString(folder.resolve("letter.txt"), "Dear reader,\n");
        assertThat(ProgramRunner.run("export", "--data", ledger, "--out", file).exit())
                .isEqualTo(1);
        assertThat(file).hasContent("Dear reader,\n");

        Path other = folder.resolve("other");
        ProgramRunner.run("import", places(folder.resolve("places"), 1, 3), "--data", other);
        Path ofAnother = folder.resolve("other.ndjson");
        ProgramRunner.run("export", "--data", other, "--out", ofAnother);
        byte[] before = Files.readAllBytes(ofAnother);
        ProgramResult programResult = ProgramRunner.run("export", "--data", ledger, "--out", ofAnother);
        assertThat(programResult.exit()).isEqualTo(1);
        assertThat(programResult.text()).contains("another event at position 3").doesNotContain("Exception");
        assertThat(ofAnother).hasBinaryContent(before);
    }

    @Test
    void aLedgerIsExportedWhileItIsServedAndWrittenTo() throws IOException {
        Path served = folder.resolve("served");
        ProgramRunner.runWithInput(new ByteArrayInputStream(lines), "restore", "--data", served);
        try (RunningLedger running = RunningLedger.in(served)) {
            Path file = folder.resolve("e.ndjson.gz");
            Object[] command = {"export", "--server", running.base(), "--token", RunningLedger.TOKEN, "--out", file};
            assertThat(ProgramRunner.run(command).text()).isEqualTo("5429 events written.\n");
            running.post("/subjects", PLACE.formatted(9_000).replace("\"op\":\"register_subject\",", ""));
            assertThat(ProgramRunner.run(command).text())
                    .isEqualTo("1 events written, after the 5429 that were there.\n");

            assertThat(ProgramRunner.run("export", "--server", running.base(), "--token", "wrong", "--out", file)
                            .text())
                    .contains("401");
            Path copy = folder.resolve("copy");
            assertThat(ProgramRunner.run("restore", file, "--data", copy).exit())
                    .isZero();
            assertThat(ProgramRunner.standardOutput("export", "--data", copy))
                    .isEqualTo(ProgramRunner.standardOutput(
                            "export", "--server", running.base(), "--token", RunningLedger.TOKEN));
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        a line is missing                    | position_gap at line 7       | REMOVE | -
        a line stands twice                  | position_gap at line 8       | TWICE | -
        two lines have changed places        | position_gap at line 7       | SWAP | -
        the last line is missing             | cut_off at line 5386         | LAST | -
        the name was changed                 | hash_mismatch at line 388    | "name":"Place 1" | "name":"Place 0"
        the salt was changed                 | hash_mismatch at line 1      | "salt":" | "salt":"0
        the actor was changed outside        | line_unreadable at line 1    | "actor":"admin","metadata" | "actor":"bdmin","metadata"
        the time was put back                | time_not_rising at line 2    | TIME | -
        a space was added                    | line_unreadable at line 1    | ,"id" | , "id"
        a line break was doubled             | line_unreadable at line 2    | EMPTY_LINE | -
        an event is of another program       | event_unknown at line 388    | "subject_registered","version":1 | "subject_sung","version":1
        an event is of a later version       | event_unknown at line 388    | "subject_registered","version":1 | "subject_registered","version":2
        there is nothing                     | empty at line 1              | NOTHING | -
        """)
    void aFileThatIsNoWholeExportIsRefusedAndLeavesNoLedger(String what, String said, String change, String to)
            throws IOException {
        Path file = folder.resolve("e.ndjson");
        Files.writeString(file, changed(new String(lines, StandardCharsets.UTF_8), change, to));
        Path copy = folder.resolve("copy");

        ProgramResult refused = ProgramRunner.run("restore", file, "--data", copy);

        assertThat(refused.exit()).isEqualTo(4);
        assertThat(refused.text()).startsWith("Nothing was restored. " + said);
        assertThat(copy.resolve("ledger.json")).doesNotExist();
        assertThat(copy.resolve("events.mv.db")).doesNotExist();
        Files.write(file, lines);
        assertThat(ProgramRunner.run("restore", file, "--data", copy).exit())
                .as("begun again in the same folder")
                .isZero();
    }

    private static String changed(String export, String change, String to) {
        List<String> all = new ArrayList<>(export.lines().toList());
        UnaryOperator<String> firstPlace = text -> {
            int from = change.startsWith("\"subject_") || change.startsWith("\"name") ? text.indexOf("\"place-1\"") : 0;
            int line = from == 0 ? 0 : text.lastIndexOf('\n', from);
            int at = text.indexOf(change, line);
            int length = change.equals("\"salt\":\"") ? change.length() + 1 : change.length();
            String with = change.equals("\"salt\":\"") ? otherDigit(text, at + change.length()) : to;
            return text.substring(0, at) + with + text.substring(at + length);
        };
        switch (change) {
            case "REMOVE" -> all.remove(6);
            case "TWICE" -> all.add(7, all.get(6));
            case "SWAP" -> all.add(6, all.remove(7));
            case "LAST" -> all.removeLast();
            case "NOTHING" -> all.clear();
            case "EMPTY_LINE" -> all.add(1, "");
            case "TIME" -> all.set(1, withTimeOf(all.get(1), all.get(0)));
            default -> {
                return firstPlace.apply(export);
            }
        }
        return all.stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    private static String otherDigit(String text, int at) {
        return "\"salt\":\"" + (text.charAt(at) == '0' ? '1' : '0');
    }

    private static String withTimeOf(String line, String other) {
        int at = line.indexOf("\"recordedAt\":\"") + 14;
        int from = other.indexOf("\"recordedAt\":\"") + 14;
        return line.substring(0, at) + other.substring(from, from + 27) + line.substring(at + 27);
    }

    @Test
    void nothingIsRestoredIntoAFolderThatHoldsAnything() throws IOException {
        Path file = Files.write(folder.resolve("e.ndjson"), lines);
        Path taken = folder.resolve("taken");
        ProgramRunner.run("import", places(folder.resolve("places"), 1, 3), "--data", taken);

        ProgramResult refused = ProgramRunner.run("restore", file, "--data", taken);

        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.text()).contains("holds a ledger already").doesNotContain("Exception");
        assertThat(ProgramRunner.standardOutput("export", "--data", taken))
                .asString(StandardCharsets.UTF_8)
                .hasLineCount(3);

        Path foreign = Files.createDirectory(folder.resolve("foreign"));
        Files.writeString(foreign.resolve("holiday.jpg"), "…");
        assertThat(ProgramRunner.run("restore", file, "--data", foreign).exit()).isEqualTo(1);
        assertThat(foreign).isDirectoryContaining("glob:**holiday.jpg");
    }

    /** All other messages of the program go elsewhere. */
    @Test
    void aProcessThatExportsWritesTheLinesAndNothingElse() throws Exception {
        Path out = folder.resolve("out");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.claimsledger.cli.ClaimsLedger",
                        "export",
                        "--data",
                        ledger.toString())
                .redirectOutput(out.toFile())
                .redirectError(folder.resolve("err").toFile())
                .start();

        assertThat(process.waitFor()).isZero();
        assertThat(out).hasBinaryContent(lines);
    }

    @Test
    void aRestoreThatWasKilledIsNoLedgerAndIsBegunAgain() throws Exception {
        Path copy = folder.resolve("copy");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.claimsledger.cli.ClaimsLedger",
                        "restore",
                        "--data",
                        copy.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile())
                .start();
        try (var in = process.getOutputStream()) {
            in.write(lines, 0, lines.length / 2);
            in.flush();
            while (!Files.exists(copy.resolve("events.mv.db"))) {
                assertThat(process.isAlive()).isTrue();
                Thread.onSpinWait();
            }
            process.destroyForcibly().waitFor();
        } catch (IOException brokenPipe) {
            // it was killed with the input half read
        }
        assertThat(copy.resolve("ledger.json")).doesNotExist();

        assertThat(ProgramRunner.runWithInput(new ByteArrayInputStream(lines), "restore", "--data", copy)
                        .exit())
                .isZero();
        assertThat(ProgramRunner.standardOutput("export", "--data", copy)).isEqualTo(lines);
    }
}
