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

/** The steps of the README, run in a real shell against a ledger with the sample case. */
class ReadmeTest {

    private static final Pattern BLOCK = Pattern.compile("```bash\n(.*?)```", Pattern.DOTALL);

    @TempDir
    Path folder;

    @Test
    void theWalkLeadsWhereTheReadmeSays() throws IOException, InterruptedException {
        List<String> steps = steps();
        assertThat(steps).hasSize(8);
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
        assertThat(howTheyDied(answers.get(1), "status"))
                .containsExactly("sarsenbaiuly-death-homicide supported", "nurqadilov-death-homicide alleged");
        assertThat(howTheyDied(answers.get(2), "inForce"))
                .containsExactly(
                        "sarsenbaiuly-death-homicide no",
                        "nurqadilov-death-suicide yes",
                        "nurqadilov-death-homicide yes",
                        "aliev-death-suicide no",
                        "aliev-death-homicide no");
        assertThat(howTheyDied(answers.get(3), "status"))
                .containsExactly(
                        "sarsenbaiuly-death-homicide supported",
                        "nurqadilov-death-suicide supported",
                        "nurqadilov-death-homicide alleged");
        assertThat(answers.get(4).path("revision").intValue()).isEqualTo(1);
        assertThat(answers.get(5).path("revision").intValue()).isEqualTo(2);
        assertThat(answers.get(6).path("revision").intValue()).isEqualTo(3);
        assertThat(answers.get(7).path("items").findValuesAsString("type"))
                .containsExactly("claim_asserted", "claim_revised", "claim_retracted");
        assertThat(answers.get(8).at("/value/date").stringValue()).isEqualTo("2023-01");
        assertThat(answers.get(8).path("retraction").isNull()).isTrue();
    }

    private static List<String> howTheyDied(JsonNode answer, String field) {
        List<String> claims = new ArrayList<>();
        answer.path("items")
                .forEach(claim -> claims.add(
                        claim.path("id").stringValue() + " " + claim.path(field).stringValue()));
        return claims;
    }

    private static List<String> steps() throws IOException {
        Matcher blocks = BLOCK.matcher(Files.readString(Path.of("../README.md")));
        List<String> steps = new ArrayList<>();
        while (blocks.find()) {
            steps.add(blocks.group(1));
        }
        return steps;
    }

    /**
     * Runs the steps in one shell; each but the first, which names token and address, answers with one line of JSON.
     */
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
