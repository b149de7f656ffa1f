package org.claimsledger.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.claimsledger.claim.Claim;
import org.claimsledger.projection.audit.Audit;
import org.claimsledger.projection.audit.ClaimDiff;
import org.claimsledger.projection.audit.HistoryItem;
import org.claimsledger.projection.table.Page;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.PredicateKey;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.SubjectId;
import org.claimsledger.value.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Histories of everything, page by page, held against the log itself. */
class HistoriesTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {31, 32, 33})
    void aHistoryHoldsEveryEventOfItsThingUpToThenAndNoOther(long seed) throws Exception {
        MemoryLog log = RandomDesk.history(seed, 250);
        Random random = new Random(seed);
        try (Projections projections = Reading.of(log, folder)) {
            Audit audit = projections.audit();
            for (int i = 0; i < 15; i++) {
                long asOf = random.nextLong(log.head() + 1);
                int limit = 1 + random.nextInt(4);
                PlainFold fold = new PlainFold(log, asOf);
                for (ClaimId id : RandomDesk.CLAIMS) {
                    assertTells(fold, Tag.claim(id), after -> audit.ofClaim(id, asOf, after, limit));
                }
                for (SourceId id : RandomDesk.SOURCES) {
                    assertTells(fold, Tag.source(id), after -> audit.ofSource(id, asOf, after, limit));
                }
                for (SubjectId id : RandomDesk.SUBJECTS) {
                    assertTells(fold, Tag.subject(id), after -> audit.ofSubject(id, asOf, after, limit));
                }
                for (PredicateKey key : RandomDesk.PREDICATES) {
                    assertTells(fold, Tag.predicate(key), after -> audit.ofPredicate(key, asOf, after, limit));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {34, 35})
    void everyItemShowsWhatItsEventChanged(long seed) throws Exception {
        MemoryLog log = RandomDesk.history(seed, 250);
        try (Projections projections = Reading.of(log, folder)) {
            for (ClaimId id : RandomDesk.CLAIMS) {
                List<HistoryItem> items =
                        Reading.all(after -> projections.audit().ofClaim(id, log.head(), after, 3));
                for (HistoryItem item : items) {
                    Claim before = new PlainFold(log, item.position() - 1).claim(id);
                    Claim after = new PlainFold(log, item.position()).claim(id);
                    assertThat(item.changes()).isEqualTo(ClaimDiff.between(before, after));
                }
            }
        }
    }

    private interface Pages {
        Page<HistoryItem> after(long position);
    }

    private static void assertTells(PlainFold fold, Tag tag, Pages pages) {
        List<HistoryItem> told = Reading.all(pages::after);
        assertThat(told).extracting(HistoryItem::position).isEqualTo(fold.positions(tag));
        List<Object> events = new ArrayList<>();
        fold.positions(tag).forEach(position -> events.add(fold.log().at(position)));
        assertThat(told).extracting(HistoryItem::event).isEqualTo(events);
        assertThat(told).allSatisfy(item -> {
            assertThat(item.recordedAt())
                    .isEqualTo(fold.log().recordedAt(item.position()).orElseThrow());
            assertThat(item.request()).isEqualTo("request-" + item.position());
            assertThat(item.actor()).startsWith("actor-");
        });
    }
}
