package org.claimsledger.store.append;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.EventCriterion;
import org.axonframework.messaging.eventstreaming.Tag;
import org.jspecify.annotations.Nullable;

/**
 * Selects events: all of them, or those that match at least one criterion. A criterion names tags, all of which an event
 * must carry, and types, one of which it must have.
 */
public record EventSelection(boolean all, List<EventCriterion> criteria) {

    /** The name of no event: criteria that match it without any tag match every event. */
    private static final QualifiedName NO_EVENT_NAME = new QualifiedName("\u0000");

    public static EventSelection of(EventCriteria criteria) {
        if (criteria.matches(NO_EVENT_NAME, Set.of())) {
            return new EventSelection(true, List.of());
        }
        return new EventSelection(false, List.copyOf(criteria.flatten()));
    }

    /** The tag of a selection that asks for one tag and nothing else; null for any other selection. */
    @Nullable
    public Tag singleTag() {
        return criteria.size() == 1 ? singleTag(criteria.getFirst()) : null;
    }

    /** The tag of a criterion that asks for one tag and nothing else; null for any other criterion. */
    static @Nullable Tag singleTag(EventCriterion criterion) {
        return criterion.tags().size() == 1 && criterion.types().isEmpty()
                ? criterion.tags().iterator().next()
                : null;
    }

    /** The selection without the criteria that, by the recent tags, match no event after the position. */
    public EventSelection prunedAfter(long position, RecentTags recent) {
        if (all) {
            return this;
        }
        var possible = new ArrayList<EventCriterion>(criteria.size());
        for (EventCriterion criterion : criteria) {
            if (mayMatchAfter(position, criterion, recent)) {
                possible.add(criterion);
            }
        }
        return possible.size() == criteria.size() ? this : new EventSelection(false, possible);
    }

    private static boolean mayMatchAfter(long position, EventCriterion criterion, RecentTags recent) {
        for (Tag tag : criterion.tags()) {
            if (recent.lastPositionUpperBound(tag) <= position) {
                return false;
            }
        }
        return true;
    }

    public boolean isEmpty() {
        return !all && criteria.isEmpty();
    }
}
