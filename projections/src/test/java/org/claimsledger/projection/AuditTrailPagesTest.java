package org.claimsledger.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.claimsledger.bestknown.ClaimHistory;
import org.claimsledger.bestknown.ClaimState;
import org.claimsledger.event.EventCatalogue;
import org.claimsledger.event.EventTag;
import org.claimsledger.event.LedgerEvent;
import org.claimsledger.event.SourceEvent.SourceAmended;
import org.claimsledger.event.SourceEvent.SourceNoticed;
import org.claimsledger.event.SubjectEvent.SubjectsMerged;
import org.claimsledger.history.CompleteHistory;
import org.claimsledger.projection.audit.AuditTrail;
import org.claimsledger.projection.audit.AuditTrail.HistoryItem;
import org.claimsledger.projection.audit.ClaimDiff;
import org.claimsledger.projection.audit.FieldChange;
import org.claimsledger.projection.table.Page;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.SubjectId;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares histories, page by page, with the log. */
class AuditTrailPagesTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {31, 32, 33})
    void aHistoryHoldsEveryEventOfItsEntityUpToThePositionAndNoOther(long seed) throws Exception {
        MemoryLog log = RandomDeskHistory.history(seed, 250);
        Random random = new Random(seed);
        try (ReadModels readModels = ReadModelFixture.of(log, folder)) {
            AuditTrail auditTrail = readModels.asRecorded().audit();
            for (int i = 0; i < 15; i++) {
                long asOf = random.nextLong(log.head() + 1);
                int limit = 1 + random.nextInt(4);
                EventFoldOracle fold = new EventFoldOracle(log, asOf);
                for (SourceId id : RandomDeskHistory.SOURCES) {
                    assertShowsEvents(fold, EventTag.source(id), after -> auditTrail.ofSource(id, asOf, after, limit));
                }
                for (SubjectId id : RandomDeskHistory.SUBJECTS) {
                    assertShowsEvents(
                            fold, EventTag.subject(id), after -> auditTrail.ofSubject(id, asOf, after, limit));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {34, 35, 36})
    void theHistoryOfAClaimHoldsItsOwnEventsAndAllOthersThatChangedIt(long seed) throws Exception {
        MemoryLog log = RandomDeskHistory.history(seed, 250);
        Random random = new Random(seed);
        Set<Class<?>> kinds = new HashSet<>();
        try (ReadModels readModels = ReadModelFixture.of(log, folder)) {
            for (ClaimId id : RandomDeskHistory.CLAIMS) {
                List<HistoryItem> expected = folded(log, id);
                for (long asOf : List.of(log.head(), random.nextLong(log.head() + 1))) {
                    int limit = 1 + random.nextInt(4);
                    List<HistoryItem> items = ReadModelFixture.allPages(
                            after -> readModels.asRecorded().audit().ofClaim(id, asOf, after, limit));
                    assertThat(items)
                            .as("%s as of %s", id, asOf)
                            .isEqualTo(expected.stream()
                                    .filter(it -> it.position() <= asOf)
                                    .toList());
                    items.forEach(it -> kinds.add(it.event().getClass()));
                }
            }
        }
        assertThat(kinds).contains(SourceNoticed.class, SourceAmended.class, SubjectsMerged.class);
    }

    /** The history of a claim out of the states before and after every event of the log. */
    private static List<HistoryItem> folded(MemoryLog log, ClaimId id) {
        List<HistoryItem> items = new ArrayList<>();
        CompleteHistory history = new CompleteHistory();
        ClaimState before = null;
        for (long position = 1; position <= log.head(); position++) {
            LedgerEvent event = log.at(position);
            history.add(position, log.recordedAt(position).orElseThrow(), event);
            ClaimHistory claim = history.history(id);
            if (claim == null) {
                continue;
            }
            ClaimState after = claim.latest();
            List<FieldChange> changes = ClaimDiff.between(before, after);
            if (event.tags().contains(EventTag.claim(id)) || !changes.isEmpty()) {
                items.add(new HistoryItem(
                        position,
                        log.recordedAt(position).orElseThrow(),
                        EventCatalogue.snakeCaseName(EventCatalogue.nameOf(event.getClass())),
                        log.provenance(position).actor(),
                        "request-" + position,
                        event.because().text(),
                        event.because().codes(),
                        event.because().basis(),
                        changes,
                        event));
            }
            before = after;
        }
        return items;
    }

    private interface HistoryPages {
        Page<HistoryItem> after(long position);
    }

    private static void assertShowsEvents(EventFoldOracle fold, EventTag eventTag, HistoryPages historyPages) {
        List<HistoryItem> items = ReadModelFixture.allPages(historyPages::after);
        assertThat(items).extracting(HistoryItem::position).isEqualTo(fold.positions(eventTag));
        List<Object> events = new ArrayList<>();
        fold.positions(eventTag).forEach(position -> events.add(fold.log().at(position)));
        assertThat(items).extracting(HistoryItem::event).isEqualTo(events);
        assertThat(items).allSatisfy(item -> {
            assertThat(item.recordedAt())
                    .isEqualTo(fold.log().recordedAt(item.position()).orElseThrow());
            assertThat(item.request()).isEqualTo("request-" + item.position());
            assertThat(item.actor()).startsWith("actor-");
        });
    }
}
