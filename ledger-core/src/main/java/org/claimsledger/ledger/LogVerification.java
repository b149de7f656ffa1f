package org.claimsledger.ledger;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.claimsledger.store.ContentHash;
import org.claimsledger.store.EventLog;
import org.claimsledger.store.StoredEvent;
import org.claimsledger.value.LedgerEvent;
import org.claimsledger.value.Tag;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;

/**
 * Reads every event again and says what does not hold: positions without gaps, times that rise, hashes that fit their
 * content, payloads that are what the program would write, and tags under which the event is found.
 */
public final class LogVerification {

    private static final int PAGE = 1_000;
    private static final TypeReference<Map<String, String>> METADATA = new TypeReference<>() {};

    private final EventLog log;
    private final Consumer<Fault> faults;

    /** Something that does not hold, at the event where it was found. */
    public record Fault(long position, String what) {}

    private LogVerification(EventLog log, Consumer<Fault> faults) {
        this.log = log;
        this.faults = faults;
    }

    /**
     * Reads the whole log as it is now.
     *
     * @param progress hears how far it is, every now and then
     * @return how many events were read
     */
    public static long run(EventLog log, Consumer<Fault> faults, LongConsumer progress) {
        LogVerification verification = new LogVerification(log, faults);
        long head = log.head();
        long position = 0;
        Instant time = Instant.MIN;
        while (position < head) {
            List<StoredEvent> page = log.read(position, (int) Math.min(PAGE, head - position));
            if (page.isEmpty()) {
                faults.accept(new Fault(position + 1, "the log ends here, and should go on to " + head));
                break;
            }
            for (StoredEvent event : page) {
                verification.order(event, position, time);
                verification.content(event);
                position = event.position();
                time = event.recordedAt();
            }
            progress.accept(position);
        }
        return position;
    }

    private void order(StoredEvent event, long position, Instant time) {
        if (event.position() != position + 1) {
            faults.accept(new Fault(position + 1, "is missing; the next event is at " + event.position()));
        }
        if (!event.recordedAt().isAfter(time)) {
            faults.accept(new Fault(event.position(), "was not recorded after the event before it"));
        }
    }

    private void content(StoredEvent event) {
        if (!Arrays.equals(event.hash(), ContentHash.of(event.salt(), event.metadata(), event.payload()))) {
            faults.accept(new Fault(event.position(), "its hash does not fit its content"));
        }
        try {
            LedgerEvent read = EventJson.event(event);
            if (!Arrays.equals(EventJson.bytes(read), event.payload())) {
                faults.accept(new Fault(event.position(), "its payload is not written as the program writes it"));
            }
            Map<String, String> metadata = EventJson.MAPPER.readValue(event.metadata(), METADATA);
            for (Tag tag : EventTags.of(read, metadata)) {
                if (EventTags.eventsWith(tag, log, event.position() - 1, event.position())
                        .isEmpty()) {
                    faults.accept(new Fault(event.position(), "is not found under its tag " + tag));
                }
            }
        } catch (JacksonException | IllegalStateException unreadable) {
            faults.accept(new Fault(event.position(), "cannot be read as the event " + event.type()));
        }
    }
}
