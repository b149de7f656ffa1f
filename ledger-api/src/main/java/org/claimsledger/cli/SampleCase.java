package org.claimsledger.cli;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.claimsledger.api.operation.ImportLineResult.LineStatus;
import org.claimsledger.api.operation.ImportRun;
import org.claimsledger.api.security.Caller;
import org.claimsledger.ledger.Ledger;
import org.claimsledger.projection.ReadModels;
import org.claimsledger.token.TokenName;
import org.claimsledger.value.Ids;
import org.springframework.context.ApplicationContext;

/** The case that ships with the program: five published articles, worked through as a research desk would. */
final class SampleCase {

    static final String FILE = "/sample/sample-case.ndjson";

    private SampleCase() {}

    /** Imports the case. Lines that were imported before are skipped, whatever was done with their entities since. */
    static void load(ApplicationContext application) throws IOException {
        Ledger ledger = application.getBean(Ledger.class);
        Map<LineStatus, Integer> counts = new EnumMap<>(LineStatus.class);
        try (InputStream file = Objects.requireNonNull(SampleCase.class.getResourceAsStream(FILE))) {
            new ImportRun(ledger, Caller.owner(TokenName.SAMPLE), Ids.newId())
                    .run(file, result -> counts.merge(result.status(), 1, Integer::sum));
        }
        try {
            application.getBean(ReadModels.class).catchUp(ledger.log().head(), Duration.ofSeconds(2), applied -> {});
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        System.out.println("The sample case: " + counts.getOrDefault(LineStatus.ACCEPTED, 0) + " lines loaded, "
                + counts.getOrDefault(LineStatus.DUPLICATE, 0) + " there already, "
                + counts.getOrDefault(LineStatus.REFUSED, 0) + " refused.");
    }
}
