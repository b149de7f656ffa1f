package org.claimsledger.verify;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.claimsledger.event.EventTag;
import org.claimsledger.store.EventLog;
import org.claimsledger.store.StoredEvent;
import org.claimsledger.store.TagIndex;
import org.claimsledger.verify.LogVerification.Fault;

/** Compares the tag index with the events: each event must be found under its own tags, and under no other. */
final class TagVerification {

    private final EventLog log;
    private final TagIndex index;
    private final TagChecksums sums;
    private final Consumer<Fault> faults;

    /** @param sums the sums of all events */
    TagVerification(EventLog log, TagIndex index, TagChecksums sums, Consumer<Fault> faults) {
        this.log = log;
        this.index = index;
        this.sums = sums;
        this.faults = faults;
    }

    void run() {
        index.read(
                (tag, position) -> {
                    if (sums.covers(position)) {
                        sums.add(position, -sums.sumOf(tag.key(), tag.value(), position));
                    } else {
                        faults.accept(new Fault(
                                position, "the tag " + tag.key() + ":" + tag.value() + " leads there, to no event"));
                    }
                },
                what -> faults.accept(new Fault(0, what)));
        List<Long> differing = sums.differingPositions();
        if (!differing.isEmpty()) {
            reportTagsAt(differing);
        }
    }

    /** Reads the index once more, for the tags at these positions only. */
    private void reportTagsAt(List<Long> differing) {
        Map<Long, Set<EventTag>> indexed = new LinkedHashMap<>();
        differing.forEach(position -> indexed.put(position, new LinkedHashSet<>()));
        index.read(
                (tag, position) -> {
                    Set<EventTag> indexedTags = indexed.get(position);
                    if (indexedTags != null) {
                        indexedTags.add(new EventTag(tag.key(), tag.value()));
                    }
                },
                what -> {});
        indexed.forEach((position, eventTags) -> {
            List<StoredEvent> stored = log.read(position - 1, 1);
            Set<EventTag> own = stored.isEmpty()
                    ? Set.of()
                    : EventCheck.of(stored.getFirst()).tags();
            difference(own, eventTags)
                    .forEach(eventTag -> faults.accept(new Fault(
                            position, "is not found under its tag " + eventTag.key() + ":" + eventTag.value())));
            difference(eventTags, own)
                    .forEach(eventTag -> faults.accept(new Fault(
                            position,
                            "is found under the tag " + eventTag.key() + ":" + eventTag.value()
                                    + ", which is not its own")));
        });
    }

    private static Set<EventTag> difference(Set<EventTag> eventTags, Set<EventTag> others) {
        Set<EventTag> less = new HashSet<>(eventTags);
        less.removeAll(others);
        return less;
    }
}
