package org.claimsledger.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.claimsledger.api.RunningLedger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The worked examples of the best-known state: each call is made, and answers with what stands below it. */
class BestKnownGuideTest {

    private static final Path GUIDE = Path.of("../docs/best-known-state.md");
    private static final Pattern EXAMPLE =
            Pattern.compile("```bash\n([^`]*)```\n\n```json\n([^`]*)```", Pattern.DOTALL);
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    static Path folder;

    private static RunningLedger ledger;

    /** A call, and the part of the answer that the guide shows. */
    record Example(String call, String answer) {}

    @BeforeAll
    static void start() throws IOException {
        ledger = RunningLedger.in(folder.resolve("ledger-data"), "--ledger.review=on");
        ledger.importLines(Files.readString(Path.of("src/main/resources/sample/sample-case.ndjson")));
    }

    @AfterAll
    static void stop() {
        ledger.close();
    }

    static List<Example> examples() throws IOException {
        List<Example> examples = new ArrayList<>();
        Matcher matcher = EXAMPLE.matcher(Files.readString(GUIDE));
        while (matcher.find()) {
            examples.add(new Example(matcher.group(1), matcher.group(2)));
        }
        return examples;
    }

    @Test
    void thereAreExamples() throws IOException {
        assertThat(examples()).hasSizeGreaterThan(5);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void theAnswerIsWhatTheGuideSays(Example example) throws IOException, InterruptedException {
        JsonNode answer = JSON.readTree(run(example.call()));

        assertThat(missing("", JSON.readTree(example.answer()), answer))
                .as("%s answered %s", example.call(), answer)
                .isEmpty();
    }

    /** Where the answer is not what is shown of it; of a list, entries may be left out, but not their order. */
    private static List<String> missing(String at, JsonNode shown, JsonNode answer) {
        List<String> missing = new ArrayList<>();
        if (shown.isObject()) {
            shown.properties()
                    .forEach(field -> missing.addAll(
                            missing(at + "/" + field.getKey(), field.getValue(), answer.path(field.getKey()))));
        } else if (shown.isArray()) {
            int next = 0;
            for (JsonNode entry : shown) {
                while (next < answer.size()
                        && !missing(at, entry, answer.get(next)).isEmpty()) {
                    next++;
                }
                if (next++ >= answer.size()) {
                    missing.add(at + " has no " + entry);
                }
            }
        } else if (!shown.equals(answer)) {
            missing.add(at + " is not " + shown);
        }
        return missing;
    }

    private static String run(String call) throws IOException, InterruptedException {
        String setting = "set -eo pipefail\nTOKEN=" + RunningLedger.TOKEN + "\nLEDGER=" + ledger.base() + "/api/v1\n";
        Process process = new ProcessBuilder("bash", "-c", setting + call)
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }
}
