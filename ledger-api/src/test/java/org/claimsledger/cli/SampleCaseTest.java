package org.claimsledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.claimsledger.api.operation.ImportLineResult;
import org.claimsledger.api.operation.ImportLineResult.LineStatus;
import org.claimsledger.api.operation.ImportRun;
import org.claimsledger.api.security.Caller;
import org.claimsledger.cli.ServeCommand.SampleCase;
import org.claimsledger.ledger.Ledger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleCaseTest {

    @TempDir
    Path folder;

    @Test
    void everyLineOfTheSampleCaseIsAcceptedAndASecondImportChangesNothing() throws IOException {
        try (Ledger ledger = Ledger.open(folder, InstantSource.system())) {
            List<ImportLineResult> first = load(ledger);
            assertThat(first).hasSizeGreaterThan(200).allSatisfy(result -> assertThat(result.status())
                    .as("line %s: %s", result.line(), result.refusals())
                    .isEqualTo(LineStatus.ACCEPTED));
            long head = ledger.log().head();

            List<ImportLineResult> second = load(ledger);

            assertThat(second).extracting(ImportLineResult::status).containsOnly(LineStatus.DUPLICATE);
            assertThat(second)
                    .extracting(ImportLineResult::position)
                    .isEqualTo(first.stream().map(ImportLineResult::position).toList());
            assertThat(ledger.log().head()).isEqualTo(head);
        }
    }

    private static List<ImportLineResult> load(Ledger ledger) throws IOException {
        List<ImportLineResult> results = new ArrayList<>();
        try (InputStream file = Objects.requireNonNull(SampleCaseTest.class.getResourceAsStream(SampleCase.FILE))) {
            new ImportRun(ledger, Caller.owner("sample"), "request").run(file, results::add);
        }
        return results;
    }
}
