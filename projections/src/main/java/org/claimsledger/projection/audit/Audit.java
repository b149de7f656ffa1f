package org.claimsledger.projection.audit;

import java.util.ArrayList;
import java.util.List;
import org.claimsledger.ledger.EventCatalogue;
import org.claimsledger.ledger.EventJson;
import org.claimsledger.ledger.EventTags;
import org.claimsledger.ledger.Provenance;
import org.claimsledger.projection.directory.Directory;
import org.claimsledger.projection.table.Page;
import org.claimsledger.projection.versions.Claims;
import org.claimsledger.store.EventLog;
import org.claimsledger.store.StoredEvent;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.LedgerEvent;
import org.claimsledger.value.PredicateKey;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.SubjectId;

/**
 * Histories as of any applied position, the earliest event first. A page begins after the position {@code after}, 0 for
 * the first one; the history of what is unknown is empty.
 *
 * <p>There are no tables for it: where the events of a thing are follows from its states, what they say is in the log, and
 * what they changed is the difference of two states.
 */
public final class Audit {

    private final Claims claims;
    private final Directory directory;
    private final EventLog log;

    public Audit(Claims claims, Directory directory, EventLog log) {
        this.claims = claims;
        this.directory = directory;
        this.log = log;
    }

    /** Also what relates another claim to this one. */
    public Page<HistoryItem> ofClaim(ClaimId id, long asOf, long after, int limit) {
        return page(new Story.OfClaim(id, claims), asOf, after, limit);
    }

    public Page<HistoryItem> ofSource(SourceId id, long asOf, long after, int limit) {
        return page(new Story.OfSource(id, directory), asOf, after, limit);
    }

    /** Also merges and splits in which the subject was the other one. */
    public Page<HistoryItem> ofSubject(SubjectId id, long asOf, long after, int limit) {
        return page(new Story.OfSubject(id, directory), asOf, after, limit);
    }

    public Page<HistoryItem> ofPredicate(PredicateKey key, long asOf, long after, int limit) {
        return page(new Story.OfPredicate(key, directory), asOf, after, limit);
    }

    private <S> Page<HistoryItem> page(Story<S> story, long asOf, long after, int limit) {
        List<Long> changes = story.changes(asOf, after, limit + 1);
        if (changes.isEmpty()) {
            return new Page<>(List.of(), null);
        }
        boolean more = changes.size() > limit;
        long first = changes.getFirst();
        long last = changes.get(more ? limit - 1 : changes.size() - 1);
        return new Page<>(tell(story, first, last), more ? last : null);
    }

    /** The thing's events from {@code first} to {@code last}, each with what it changed. */
    private <S> List<HistoryItem> tell(Story<S> story, long first, long last) {
        List<HistoryItem> items = new ArrayList<>();
        S before = story.stateAt(first - 1);
        for (StoredEvent stored : EventTags.eventsWith(story.tag(), log, first - 1, last)) {
            LedgerEvent event = EventJson.event(stored);
            S after = story.evolve(before, event);
            items.add(item(stored, event, story.between(before, after)));
            before = after;
        }
        return items;
    }

    private static HistoryItem item(StoredEvent stored, LedgerEvent event, List<Change> changes) {
        Provenance provenance = Provenance.of(stored.metadata());
        Told told = Told.by(event);
        return new HistoryItem(
                stored.position(),
                stored.recordedAt(),
                EventCatalogue.spelled(stored.type()),
                provenance.actor(),
                provenance.request(),
                told.reason(),
                told.reasons(),
                told.basis(),
                changes,
                event);
    }
}
