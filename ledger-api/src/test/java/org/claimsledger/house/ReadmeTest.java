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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The README's walk, taken in a real shell against a running ledger with the sample case. */
class ReadmeTest {

    private static final Pattern BLOCK = Pattern.compile("```bash\n(.*?)```", Pattern.DOTALL);

    @TempDir
    Path folder;

    @Test
    void theWalkLeadsWhereTheReadmeSays() throws IOException, InterruptedException {
        List<String> steps = steps();
        assertThat(steps).hasSize(7);
        List<JsonNode> answers;
        try (RunningLedger ledger = RunningLedger.in(folder.resolve("ledger-data"))) {
            ledger.importLines(Files.readString(Path.of("src/main/resources/sample/sample-case.ndjson")));
            Files.writeString(folder.resolve("ledger-data/admin-token"), RunningLedger.TOKEN);
            steps.set(
                    0,
                    steps.getFirst()
                            .replace("http://127.0.0.1:8080", ledger.base().toString()));
            answers = walk(steps);
        }

        assertThat(answers.get(0).path("items").findValuesAsString("id"))
                .contains("aliev-sentence-coup", "aliev-sentence-bank");
        assertThat(answers.get(1).path("revision").intValue()).isEqualTo(1);
        assertThat(answers.get(2).path("revision").intValue()).isEqualTo(2);
        assertThat(answers.get(3).path("revision").intValue()).isEqualTo(3);
        assertThat(answers.get(4).path("items").findValuesAsString("type"))
                .containsExactly("claim_asserted", "claim_revised", "claim_retracted");
        assertThat(answers.get(5).at("/value/date").stringValue()).isEqualTo("2023-01");
        assertThat(answers.get(5).path("retraction").isNull()).isTrue();
    }

    private static List<String> steps() throws IOException {
        Matcher blocks = BLOCK.matcher(Files.readString(Path.of("../README.md")));
        List<String> steps = new ArrayList<>();
        while (blocks.find()) {
            steps.add(blocks.group(1));
        }
        return steps;
    }

    /** Runs the steps in one shell; each but the first, which names token and address, answers with one line of JSON. */
    private List<JsonNode> walk(List<String> steps) throws IOException, InterruptedException {
        Path script = folder.resolve("walk.sh");
        Files.writeString(script, "set -e\n" + String.join("\necho\n", steps));
        Process shell = new ProcessBuilder("bash", script.toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(shell.waitFor()).as(output).isZero();
        JsonMapper json = new JsonMapper();
        return output.lines()
                .filter(line -> !line.isBlank())
                .map(json::readTree)
                .toList();
    }
}
