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
 * Which events somebody asks for: all of them, or those that fit at least one criterion, each of which names tags that
 * an event must all carry and types of which it must be one.
 */
public record EventSelection(boolean all, List<EventCriterion> criteria) {

    /** The name of no event: criteria that fit it without any tag fit every event. */
    private static final QualifiedName NO_EVENT_NAME = new QualifiedName("\u0000");

    public static EventSelection of(EventCriteria criteria) {
        if (criteria.matches(NO_EVENT_NAME, Set.of())) {
            return new EventSelection(true, List.of());
        }
        return new EventSelection(false, List.copyOf(criteria.flatten()));
    }

    /** The one tag that this asks for and nothing else, null where it asks for anything more. */
    @Nullable
    public Tag singleTag() {
        return criteria.size() == 1 ? singleTag(criteria.getFirst()) : null;
    }

    /** The one tag that a criterion asks for, null where it asks for several, for none, or for types. */
    static @Nullable Tag singleTag(EventCriterion criterion) {
        return criterion.tags().size() == 1 && criterion.types().isEmpty()
                ? criterion.tags().iterator().next()
                : null;
    }

    /** What may be found after a position, as far as memory knows; criteria that cannot match are left out. */
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
