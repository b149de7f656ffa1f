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
import org.claimsledger.ledger.Ledger;
import org.claimsledger.ledger.Outcome;
import org.claimsledger.ledger.Request;
import org.claimsledger.projection.Projections;
import org.claimsledger.projection.sight.Sight;
import org.claimsledger.subject.SubjectCommand.RegisterSubject;
import org.claimsledger.subject.SubjectDetails;
import org.claimsledger.subject.SubjectKind;
import org.claimsledger.value.SubjectId;

/** A ledger on disk with a subject for each of many names, which can be searched for. */
final class KnownNames implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int AT_ONCE = 500;

    private final Ledger ledger;
    private final Projections projections;
    private final long asOf;

    private KnownNames(Ledger ledger, Projections projections, long asOf) {
        this.ledger = ledger;
        this.projections = projections;
        this.asOf = asOf;
    }

    static KnownNames of(Collection<String> names, Path folder) throws InterruptedException {
        Ledger ledger = Ledger.open(folder.resolve("ledger"), InstantSource.system());
        register(new LinkedHashSet<>(names), ledger);
        long head = ledger.log().head();
        Projections projections = Projections.open(folder.resolve("projections"), ledger.log(), ledger.id());
        assertThat(projections.awaitShown(head, PATIENCE))
                .as("%s", projections.health())
                .isTrue();
        return new KnownNames(ledger, projections, head);
    }

    /** The names by which the first subjects are found that are searched for, the likest first. */
    List<String> firstFound(String query, int most) {
        return projections.seenBy(Sight.WHOLE).search().subjects(query, null, asOf, 0, most).items().stream()
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
        for (int from = 0; from < requests.size(); from += AT_ONCE) {
            assertThat(ledger.submit(requests.subList(from, Math.min(requests.size(), from + AT_ONCE))))
                    .allMatch(Outcome.Accepted.class::isInstance);
        }
    }

    @Override
    public void close() {
        projections.close();
        ledger.close();
    }
}
