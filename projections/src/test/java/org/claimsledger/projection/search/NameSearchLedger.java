package org.claimsledger.projection.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.claimsledger.command.SubjectCommand.RegisterSubject;
import org.claimsledger.event.SubjectDetails;
import org.claimsledger.event.SubjectDetails.SubjectKind;
import org.claimsledger.ledger.Ledger;
import org.claimsledger.ledger.Outcome;
import org.claimsledger.ledger.Request;
import org.claimsledger.projection.ReadModels;
import org.claimsledger.projection.protection.Visibility;
import org.claimsledger.value.SubjectId;

/** A ledger on disk with a subject for each of many names, ready for searches. */
final class NameSearchLedger implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int BATCH_SIZE = 500;

    private final Ledger ledger;
    private final ReadModels readModels;
    private final long asOf;

    private NameSearchLedger(Ledger ledger, ReadModels readModels, long asOf) {
        this.ledger = ledger;
        this.readModels = readModels;
        this.asOf = asOf;
    }

    static NameSearchLedger of(Collection<String> names, Path folder) throws InterruptedException {
        Ledger ledger = Ledger.open(folder.resolve("ledger"), InstantSource.system());
        register(new LinkedHashSet<>(names), ledger);
        long head = ledger.log().head();
        ReadModels readModels = ReadModels.open(folder.resolve("projections"), ledger.log(), ledger.id());
        assertThat(readModels.awaitShown(head, PATIENCE))
                .as("%s", readModels.health())
                .isTrue();
        return new NameSearchLedger(ledger, readModels, head);
    }

    /** The names of the first subjects that a search finds, the likest first. */
    List<String> topNames(String query, int most) {
        return readModels.readModelFor(Visibility.FULL).search().subjects(query, null, asOf, 0, most).items().stream()
                .map(it -> it.match().name())
                .toList();
    }

    private static void register(Set<String> names, Ledger ledger) {
        List<Request> requests = new ArrayList<>();
        for (String name : names) {
            SubjectId id = new SubjectId("name-" + requests.size());
            SubjectDetails person = new SubjectDetails(SubjectKind.PERSON, name, List.of(), true, new TreeMap<>());
            requests.add(Request.by("editor", id.value(), new RegisterSubject(id, person)));
        }
        for (int from = 0; from < requests.size(); from += BATCH_SIZE) {
            assertThat(ledger.submit(requests.subList(from, Math.min(requests.size(), from + BATCH_SIZE))))
                    .allMatch(Outcome.Accepted.class::isInstance);
        }
    }

    @Override
    public void close() {
        readModels.close();
        ledger.close();
    }
}
