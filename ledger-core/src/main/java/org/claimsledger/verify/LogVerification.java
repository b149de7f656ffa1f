package org.claimsledger.verify;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.claimsledger.store.ContentHash;
import org.claimsledger.store.EventLog;
import org.claimsledger.store.StoredEvent;
import org.claimsledger.store.TagIndex;
import org.claimsledger.verify.EventCheck.EventFault;
import org.jspecify.annotations.Nullable;

/**
 * Reads every event again and reports what is wrong. Positions must have no gaps, times must rise, hashes must fit
 * their content, metadata and payloads must be as the program writes them, and the tag index must agree with the events
 * both ways.
 */
public final class LogVerification {

    private final Consumer<Fault> faults;
    private final LongConsumer progress;
    private final @Nullable KeptHash keptHash;
    private final TagChecksums sums;
    private long position;
    private Instant time = Instant.MIN;
    private byte[] hash = new byte[ContentHash.LENGTH];

    /** A fault and the position where it was found; 0 where it belongs to no event. */
    public record Fault(long position, String what) {}

    /**
     * An event's hash that somebody kept elsewhere. A ledger that was put back to an older state, or rewritten from
     * some event on, has another hash there, or none.
     */
    public record KeptHash(long position, byte[] hash) {}

    /**
     * The log that was read.
     *
     * @param hash the last event's hash, to be kept elsewhere
     */
    public record VerifiedLog(long events, byte[] hash) {}

    private LogVerification(long head, @Nullable KeptHash keptHash, Consumer<Fault> faults, LongConsumer progress) {
        this.faults = faults;
        this.progress = progress;
        this.keptHash = keptHash;
        this.sums = new TagChecksums(head);
    }

    /**
     * Verifies the whole log as it is now, and its tag index.
     *
     * @param progress receives the position reached, every now and then
     */
    public static VerifiedLog run(
            EventLog log, TagIndex index, @Nullable KeptHash keptHash, Consumer<Fault> faults, LongConsumer progress) {
        long head = log.head();
        LogVerification verification = new LogVerification(head, keptHash, faults, progress);
        LogPages.run(log, 0, head, verification::checked, verification::acceptInOrder);
        verification.requireEnd(head);
        new TagVerification(log, index, verification.sums, faults).run();
        return new VerifiedLog(verification.position, verification.hash);
    }

    /** An event, its check, and the checksum of its tags. */
    private record CheckedEvent(StoredEvent event, List<EventFault> doubts, long tagSum, boolean tagsKnown) {}

    private List<CheckedEvent> checked(LogPages.LogPage logPage) {
        List<CheckedEvent> checkedEvent = new ArrayList<>(logPage.events().size());
        for (StoredEvent event : logPage.events()) {
            EventCheck check = EventCheck.of(event);
            checkedEvent.add(new CheckedEvent(
                    event,
                    check.faults(),
                    sums.sumOf(check.tags(), event.position()),
                    !check.tags().isEmpty()));
        }
        return checkedEvent;
    }

    private void acceptInOrder(List<CheckedEvent> page) {
        for (CheckedEvent checkedEvent : page) {
            StoredEvent event = checkedEvent.event();
            checkOrder(event);
            for (EventFault eventFault : checkedEvent.doubts()) {
                faults.accept(new Fault(event.position(), eventFault.sentence()));
            }
            checkKeptHash(event);
            if (checkedEvent.tagsKnown()) {
                sums.add(event.position(), checkedEvent.tagSum());
            } else {
                sums.exclude(event.position());
            }
            position = event.position();
            time = event.recordedAt();
            hash = event.hash();
        }
        progress.accept(position);
    }

    private void checkOrder(StoredEvent event) {
        if (event.position() != position + 1) {
            faults.accept(new Fault(position + 1, "is missing; the next event is at " + event.position()));
        }
        if (!event.recordedAt().isAfter(time)) {
            faults.accept(new Fault(event.position(), "was not recorded after the event before it"));
        }
    }

    private void checkKeptHash(StoredEvent event) {
        if (keptHash != null
                && keptHash.position() == event.position()
                && !Arrays.equals(keptHash.hash(), event.hash())) {
            faults.accept(new Fault(
                    event.position(),
                    "has the hash " + HexFormat.of().formatHex(event.hash()) + ", and not the one that was kept"));
        }
    }

    private void requireEnd(long head) {
        if (position < head) {
            faults.accept(new Fault(position + 1, "the log ends here, and should go on to " + head));
        }
        if (keptHash != null && keptHash.position() > position) {
            faults.accept(new Fault(
                    position + 1,
                    "the log ends here, and had an event at " + keptHash.position() + ", whose hash was kept"));
        }
    }
}
