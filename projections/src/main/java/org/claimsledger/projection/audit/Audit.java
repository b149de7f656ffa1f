package org.claimsledger.projection.audit;

import java.util.ArrayList;
import java.util.List;
import org.claimsledger.claim.Claim;
import org.claimsledger.ledger.EventCatalogue;
import org.claimsledger.ledger.EventJson;
import org.claimsledger.ledger.EventTags;
import org.claimsledger.ledger.Provenance;
import org.claimsledger.projection.directory.Directory;
import org.claimsledger.projection.sight.Veil;
import org.claimsledger.projection.sight.VeiledEvents;
import org.claimsledger.projection.table.Page;
import org.claimsledger.projection.versions.Claims;
import org.claimsledger.store.EventLog;
import org.claimsledger.store.StoredEvent;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.LedgerEvent;
import org.claimsledger.value.PredicateKey;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.SubjectId;
import org.jspecify.annotations.Nullable;

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
    private final Veil veil;

    public Audit(Claims claims, Directory directory, EventLog log) {
        this(claims, directory, log, Veil.NONE);
    }

    private Audit(Claims claims, Directory directory, EventLog log, Veil veil) {
        this.claims = claims;
        this.directory = directory;
        this.log = log;
        this.veil = veil;
    }

    /** The same, as somebody may see it. */
    public Audit seenThrough(Veil other) {
        return new Audit(claims, directory, log, other);
    }

    /** Also what relates another claim to this one. */
    public Page<HistoryItem> ofClaim(ClaimId id, long asOf, long after, int limit) {
        return page(new Story.OfClaim(id, claims), asOf, after, limit);
    }

    public Page<HistoryItem> ofSource(SourceId id, long asOf, long after, int limit) {
        SourceId source = veil.meant(id);
        return source == null
                ? new Page<>(List.of(), null)
                : page(new Story.OfSource(source, directory), asOf, after, limit);
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
            LedgerEvent shown = new VeiledEvents(veil, claim -> claim(claim, after)).of(event);
            items.add(item(
                    stored,
                    shown,
                    story.between(before == null ? null : story.seen(before, veil), story.seen(after, veil))));
            before = after;
        }
        return items;
    }

    /** A claim's own history knows it as each event leaves it. */
    private static @Nullable Claim claim(ClaimId id, Object state) {
        return state instanceof Claim claim && claim.id().equals(id) ? claim : null;
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
