package org.claimsledger.store;

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
record Selection(boolean everything, List<EventCriterion> criteria) {

    /** The name of no event: criteria that fit it without any tag fit every event. */
    private static final QualifiedName NO_EVENT = new QualifiedName("\u0000");

    static Selection of(EventCriteria criteria) {
        if (criteria.matches(NO_EVENT, Set.of())) {
            return new Selection(true, List.of());
        }
        return new Selection(false, List.copyOf(criteria.flatten()));
    }

    /** The one tag that this asks for and nothing else, null where it asks for anything more. */
    @Nullable
    Tag onlyTag() {
        return criteria.size() == 1 ? onlyTag(criteria.getFirst()) : null;
    }

    /** The one tag that a criterion asks for, null where it asks for several, for none, or for types. */
    static @Nullable Tag onlyTag(EventCriterion criterion) {
        return criterion.tags().size() == 1 && criterion.types().isEmpty()
                ? criterion.tags().iterator().next()
                : null;
    }

    /** What may be found after a position, as far as memory knows; criteria that cannot match are left out. */
    Selection possibleAfter(long position, RecentTags recent) {
        if (everything) {
            return this;
        }
        var possible = new ArrayList<EventCriterion>(criteria.size());
        for (EventCriterion criterion : criteria) {
            if (mayMatchAfter(position, criterion, recent)) {
                possible.add(criterion);
            }
        }
        return possible.size() == criteria.size() ? this : new Selection(false, possible);
    }

    private static boolean mayMatchAfter(long position, EventCriterion criterion, RecentTags recent) {
        for (Tag tag : criterion.tags()) {
            if (recent.lastAtMost(tag) <= position) {
                return false;
            }
        }
        return true;
    }

    boolean nothing() {
        return !everything && criteria.isEmpty();
    }
}
