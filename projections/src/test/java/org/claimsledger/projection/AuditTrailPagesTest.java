package org.claimsledger.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.claimsledger.claim.Claim;
import org.claimsledger.event.EventTag;
import org.claimsledger.projection.audit.AuditTrail;
import org.claimsledger.projection.audit.AuditTrail.HistoryItem;
import org.claimsledger.projection.audit.ClaimDiff;
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
                for (ClaimId id : RandomDeskHistory.CLAIMS) {
                    assertShowsEvents(fold, EventTag.claim(id), after -> auditTrail.ofClaim(id, asOf, after, limit));
                }
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
    @ValueSource(longs = {34, 35})
    void everyItemShowsWhatItsEventChanged(long seed) throws Exception {
        MemoryLog log = RandomDeskHistory.history(seed, 250);
        try (ReadModels readModels = ReadModelFixture.of(log, folder)) {
            for (ClaimId id : RandomDeskHistory.CLAIMS) {
                List<HistoryItem> items = ReadModelFixture.allPages(
                        after -> readModels.asRecorded().audit().ofClaim(id, log.head(), after, 3));
                for (HistoryItem item : items) {
                    Claim before = new EventFoldOracle(log, item.position() - 1).claim(id);
                    Claim after = new EventFoldOracle(log, item.position()).claim(id);
                    assertThat(item.changes()).isEqualTo(ClaimDiff.between(before, after));
                }
            }
        }
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
