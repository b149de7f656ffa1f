package org.claimsledger.copy;

import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.axonframework.messaging.eventstreaming.Tag;
import org.claimsledger.copy.EventLine.UnreadableLine;
import org.claimsledger.copy.RestoreRefused.RestoreFault;
import org.claimsledger.event.EventCatalogue;
import org.claimsledger.store.Restoration;
import org.claimsledger.store.StoredEvent;
import org.claimsledger.verify.EventCheck;
import org.claimsledger.verify.EventCheck.EventFault;
import org.claimsledger.verify.ParallelPipeline;

/**
 * Turns an export back into a ledger: the same events at the same positions, with the same times and bytes. Each event
 * is checked by itself and in its place; the first fault ends the restoration and leaves no ledger.
 */
public final class ExportRestorer {

    private static final int LONGEST_ID = 255;
    private static final int LARGEST_CONTENT = 1 << 20;

    private final Restoration ledger;
    private final LongConsumer progress;
    private long position;
    private Instant recordedAt = Instant.MIN;
    private boolean ended;

    private ExportRestorer(Restoration ledger, LongConsumer progress) {
        this.ledger = ledger;
        this.progress = progress;
    }

    /**
     * Reads all lines, and completes the ledger if every one is valid.
     *
     * @param lines plain lines, not compressed
     * @param ledger an empty ledger
     * @param progress receives the number of events stored, every now and then
     * @return how many events the ledger has
     * @throws RestoreRefused where the input is not a whole export
     */
    public static long run(InputStream lines, Restoration ledger, LongConsumer progress) {
        ExportRestorer exportRestorer = new ExportRestorer(ledger, progress);
        ExportLineReader input = new ExportLineReader(lines);
        ParallelPipeline.<ExportLineReader.LineChunk, List<CheckedLine>>run(
                () -> {
                    ExportLineReader.LineChunk lineChunk = input.next();
                    return lineChunk.lines().isEmpty() ? null : lineChunk;
                },
                ExportRestorer::checked,
                exportRestorer::store);
        exportRestorer.requireWhole();
        ledger.complete();
        return exportRestorer.position;
    }

    /** A line whose event is valid by itself. */
    private record CheckedLine(EventLine line, Restoration.RestoredEvent entry) {}

    private static List<CheckedLine> checked(ExportLineReader.LineChunk lineChunk) {
        List<CheckedLine> checkedLine = new ArrayList<>(lineChunk.lines().size());
        long number = lineChunk.linesBefore();
        for (byte[] line : lineChunk.lines()) {
            checkedLine.add(checked(line, ++number));
        }
        return checkedLine;
    }

    private static CheckedLine checked(byte[] bytes, long number) {
        EventLine line = read(bytes, number);
        StoredEvent event = line.event();
        requireWithinLimits(event, number);
        EventCheck check = EventCheck.of(event);
        if (!check.faults().isEmpty()) {
            EventFault eventFault = check.faults().getFirst();
            throw new RestoreRefused(code(eventFault), number, eventFault.sentence() + ".");
        }
        List<Tag> tags = check.tags().stream()
                .map(eventTag -> new Tag(eventTag.key(), eventTag.value()))
                .toList();
        return new CheckedLine(line, new Restoration.RestoredEvent(event, EventCatalogue.NAMESPACE, tags));
    }

    private static EventLine read(byte[] line, long number) {
        try {
            return EventLine.read(line);
        } catch (UnreadableLine unreadable) {
            throw new RestoreRefused(RestoreFault.LINE_UNREADABLE, number, unreadable.getMessage() + ".");
        }
    }

    private static void requireWithinLimits(StoredEvent event, long number) {
        if (event.id().isBlank() || event.id().length() > LONGEST_ID) {
            throw new RestoreRefused(
                    RestoreFault.TOO_LARGE, number, "its id has none, or more than " + LONGEST_ID + " characters.");
        }
        if (Math.max(event.metadata().length, event.payload().length) > LARGEST_CONTENT) {
            throw new RestoreRefused(
                    RestoreFault.TOO_LARGE,
                    number,
                    "its metadata or payload has more than " + LARGEST_CONTENT + " bytes.");
        }
    }

    private static RestoreFault code(EventFault eventFault) {
        return switch (eventFault) {
            case HASH_MISMATCH -> RestoreFault.HASH_MISMATCH;
            case EVENT_UNKNOWN -> RestoreFault.EVENT_UNKNOWN;
            case EVENT_UNREADABLE, METADATA_FORM, PAYLOAD_FORM -> RestoreFault.EVENT_UNREADABLE;
        };
    }

    private void store(List<CheckedLine> lines) {
        List<Restoration.RestoredEvent> restoredEvents = new ArrayList<>(lines.size());
        for (CheckedLine checkedLine : lines) {
            requireInSequence(checkedLine.line().event());
            ended = checkedLine.line().isHead();
            restoredEvents.add(checkedLine.entry());
        }
        ledger.write(restoredEvents);
        progress.accept(position);
    }

    private void requireInSequence(StoredEvent event) {
        long number = position + 1;
        if (event.position() != number) {
            throw new RestoreRefused(
                    RestoreFault.POSITION_GAP,
                    number,
                    "it has position " + event.position() + " instead of " + number + ".");
        }
        if (!event.recordedAt().isAfter(recordedAt)) {
            throw new RestoreRefused(
                    RestoreFault.TIME_NOT_RISING, number, "it was not recorded after the line before it.");
        }
        position = number;
        recordedAt = event.recordedAt();
    }

    private void requireWhole() {
        if (position == 0) {
            throw new RestoreRefused(RestoreFault.EMPTY, 1, "there is no line.");
        }
        if (!ended) {
            throw new RestoreRefused(
                    RestoreFault.CUT_OFF,
                    position,
                    "the export goes on, but there are no more lines. Export it to its end.");
        }
    }
}
