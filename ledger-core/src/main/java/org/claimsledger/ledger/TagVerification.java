package org.claimsledger.ledger;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.claimsledger.ledger.LogVerification.Fault;
import org.claimsledger.store.EventLog;
import org.claimsledger.store.StoredEvent;
import org.claimsledger.store.TagIndex;
import org.claimsledger.value.Tag;

/** Holds the index of tags against the events: each event is found under its tags, and under no other one. */
final class TagVerification {

    private final EventLog log;
    private final TagIndex index;
    private final TagSums sums;
    private final Consumer<Fault> faults;

    /** @param sums those of the events, whole */
    TagVerification(EventLog log, TagIndex index, TagSums sums, Consumer<Fault> faults) {
        this.log = log;
        this.index = index;
        this.sums = sums;
        this.faults = faults;
    }

    void run() {
        index.read(
                (tag, position) -> {
                    if (sums.has(position)) {
                        sums.add(position, -sums.of(tag.key(), tag.value(), position));
                    } else {
                        faults.accept(new Fault(
                                position, "the tag " + tag.key() + ":" + tag.value() + " leads there, to no event"));
                    }
                },
                what -> faults.accept(new Fault(0, what)));
        List<Long> differing = sums.differing();
        if (!differing.isEmpty()) {
            name(differing);
        }
    }

    /** Reads the index once more, for the tags at those positions alone. */
    private void name(List<Long> differing) {
        Map<Long, Set<Tag>> indexed = new LinkedHashMap<>();
        differing.forEach(position -> indexed.put(position, new LinkedHashSet<>()));
        index.read(
                (tag, position) -> {
                    Set<Tag> there = indexed.get(position);
                    if (there != null) {
                        there.add(new Tag(tag.key(), tag.value()));
                    }
                },
                what -> {});
        indexed.forEach((position, tags) -> {
            List<StoredEvent> there = log.read(position - 1, 1);
            Set<Tag> own =
                    there.isEmpty() ? Set.of() : EventCheck.of(there.getFirst()).tags();
            less(own, tags)
                    .forEach(tag -> faults.accept(
                            new Fault(position, "is not found under its tag " + tag.key() + ":" + tag.value())));
            less(tags, own)
                    .forEach(tag -> faults.accept(new Fault(
                            position,
                            "is found under the tag " + tag.key() + ":" + tag.value() + ", which is not its own")));
        });
    }

    private static Set<Tag> less(Set<Tag> tags, Set<Tag> others) {
        Set<Tag> less = new HashSet<>(tags);
        less.removeAll(others);
        return less;
    }
}
