package org.claimsledger.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.claimsledger.ledger.EventCheck.Doubt;
import org.claimsledger.store.ContentHash;
import org.claimsledger.store.EventLog;
import org.claimsledger.store.StoredEvent;
import org.claimsledger.store.TagIndex;
import org.jspecify.annotations.Nullable;

/**
 * Reads every event again and says what does not hold: positions without gaps, times that rise, hashes that fit their
 * content, metadata and payloads that are what the program would write; then the index of tags, both ways.
 */
public final class LogVerification {

    private final Consumer<Fault> faults;
    private final LongConsumer progress;
    private final @Nullable Kept kept;
    private final TagSums sums;
    private long position;
    private Instant time = Instant.MIN;
    private byte[] hash = new byte[ContentHash.LENGTH];

    /** Something that does not hold, at the event where it was found; 0 where it is at no event. */
    public record Fault(long position, String what) {}

    /**
     * An event's hash that somebody kept elsewhere. A ledger that was put back to an older state, or written anew from
     * some event on, has another one there or none.
     */
    public record Kept(long position, byte[] hash) {}

    /**
     * What was read.
     *
     * @param hash the last event's, to be kept elsewhere
     */
    public record Read(long events, byte[] hash) {}

    private LogVerification(long head, @Nullable Kept kept, Consumer<Fault> faults, LongConsumer progress) {
        this.faults = faults;
        this.progress = progress;
        this.kept = kept;
        this.sums = new TagSums(head);
    }

    /**
     * Reads the whole log as it is now, and the index of its tags.
     *
     * @param progress hears how far it is, every now and then
     */
    public static Read run(
            EventLog log, TagIndex index, @Nullable Kept kept, Consumer<Fault> faults, LongConsumer progress) {
        long head = log.head();
        LogVerification verification = new LogVerification(head, kept, faults, progress);
        LogPages.run(log, 0, head, verification::checked, verification::inOrder);
        verification.requireEnd(head);
        new TagVerification(log, index, verification.sums, faults).run();
        return new Read(verification.position, verification.hash);
    }

    /** An event, what it shows by itself, and the sum of its tags. */
    private record Checked(StoredEvent event, List<Doubt> doubts, long tagSum, boolean tagsKnown) {}

    private List<Checked> checked(LogPages.Page page) {
        List<Checked> checked = new ArrayList<>(page.events().size());
        for (StoredEvent event : page.events()) {
            EventCheck check = EventCheck.of(event);
            checked.add(new Checked(
                    event,
                    check.doubts(),
                    sums.of(check.tags(), event.position()),
                    !check.tags().isEmpty()));
        }
        return checked;
    }

    private void inOrder(List<Checked> page) {
        for (Checked checked : page) {
            StoredEvent event = checked.event();
            order(event);
            for (Doubt doubt : checked.doubts()) {
                faults.accept(new Fault(event.position(), doubt.sentence()));
            }
            keptElsewhere(event);
            if (checked.tagsKnown()) {
                sums.add(event.position(), checked.tagSum());
            } else {
                sums.leaveOut(event.position());
            }
            position = event.position();
            time = event.recordedAt();
            hash = event.hash();
        }
        progress.accept(position);
    }

    private void order(StoredEvent event) {
        if (event.position() != position + 1) {
            faults.accept(new Fault(position + 1, "is missing; the next event is at " + event.position()));
        }
        if (!event.recordedAt().isAfter(time)) {
            faults.accept(new Fault(event.position(), "was not recorded after the event before it"));
        }
    }

    private void keptElsewhere(StoredEvent event) {
        if (kept != null && kept.position() == event.position() && !Arrays.equals(kept.hash(), event.hash())) {
            faults.accept(new Fault(
                    event.position(),
                    "has the hash " + HexFormat.of().formatHex(event.hash()) + ", and not the one that was kept"));
        }
    }

    private void requireEnd(long head) {
        if (position < head) {
            faults.accept(new Fault(position + 1, "the log ends here, and should go on to " + head));
        }
        if (kept != null && kept.position() > position) {
            faults.accept(new Fault(
                    position + 1,
                    "the log ends here, and had an event at " + kept.position() + ", whose hash was kept"));
        }
    }
}
