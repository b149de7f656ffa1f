package org.claimsledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.claimsledger.api.imports.Import;
import org.claimsledger.api.imports.LineResult;
import org.claimsledger.api.imports.LineResult.Status;
import org.claimsledger.api.security.Caller;
import org.claimsledger.ledger.Ledger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleCaseTest {

    @TempDir
    Path folder;

    @Test
    void everyLineOfTheSampleCaseIsAcceptedAndASecondImportChangesNothing() throws IOException {
        try (Ledger ledger = Ledger.open(folder, InstantSource.system())) {
            List<LineResult> first = load(ledger);
            assertThat(first).hasSizeGreaterThan(200).allSatisfy(result -> assertThat(result.status())
                    .as("line %s: %s", result.line(), result.refusals())
                    .isEqualTo(Status.ACCEPTED));
            long head = ledger.log().head();

            List<LineResult> second = load(ledger);

            assertThat(second).extracting(LineResult::status).containsOnly(Status.DUPLICATE);
            assertThat(second)
                    .extracting(LineResult::position)
                    .isEqualTo(first.stream().map(LineResult::position).toList());
            assertThat(ledger.log().head()).isEqualTo(head);
        }
    }

    private static List<LineResult> load(Ledger ledger) throws IOException {
        List<LineResult> results = new ArrayList<>();
        try (InputStream file = Objects.requireNonNull(SampleCaseTest.class.getResourceAsStream(SampleCase.FILE))) {
            new Import(ledger, Caller.owner("sample"), "request").run(file, results::add);
        }
        return results;
    }
}
