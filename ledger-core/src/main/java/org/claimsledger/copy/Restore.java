package org.claimsledger.copy;

import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.axonframework.messaging.eventstreaming.Tag;
import org.claimsledger.copy.RestoreRefused.Code;
import org.claimsledger.ledger.EventCatalogue;
import org.claimsledger.ledger.EventCheck;
import org.claimsledger.ledger.EventCheck.Doubt;
import org.claimsledger.ledger.SideBySide;
import org.claimsledger.store.Restoration;
import org.claimsledger.store.StoredEvent;

/**
 * Makes a ledger of an export: the same events at the same positions, with the same times and bytes. Everything is checked
 * on the way, each event by itself and in its place; the first fault ends it, and then no ledger is left.
 */
public final class Restore {

    private static final int LONGEST_ID = 255;
    private static final int LARGEST_CONTENT = 1 << 20;

    private final Restoration ledger;
    private final LongConsumer progress;
    private long position;
    private Instant recordedAt = Instant.MIN;
    private boolean ended;

    private Restore(Restoration ledger, LongConsumer progress) {
        this.ledger = ledger;
        this.progress = progress;
    }

    /**
     * Reads all lines, and completes the ledger where all of them hold.
     *
     * @param lines plain lines, not compressed
     * @param ledger an empty one
     * @param progress hears how many events are stored, every now and then
     * @return how many events the ledger has
     * @throws RestoreRefused where the input is no whole export
     */
    public static long run(InputStream lines, Restoration ledger, LongConsumer progress) {
        Restore restore = new Restore(ledger, progress);
        ExportLines input = new ExportLines(lines);
        SideBySide.<ExportLines.Some, List<Checked>>run(
                () -> {
                    ExportLines.Some some = input.next();
                    return some.lines().isEmpty() ? null : some;
                },
                Restore::checked,
                restore::store);
        restore.requireWhole();
        ledger.complete();
        return restore.position;
    }

    /** A line whose event holds by itself. */
    private record Checked(EventLine line, Restoration.Entry entry) {}

    private static List<Checked> checked(ExportLines.Some some) {
        List<Checked> checked = new ArrayList<>(some.lines().size());
        long number = some.before();
        for (byte[] line : some.lines()) {
            checked.add(checked(line, ++number));
        }
        return checked;
    }

    private static Checked checked(byte[] bytes, long number) {
        EventLine line = read(bytes, number);
        StoredEvent event = line.event();
        requireThatItFits(event, number);
        EventCheck check = EventCheck.of(event);
        if (!check.doubts().isEmpty()) {
            Doubt doubt = check.doubts().getFirst();
            throw new RestoreRefused(code(doubt), number, doubt.sentence() + ".");
        }
        List<Tag> tags = check.tags().stream()
                .map(tag -> new Tag(tag.key(), tag.value()))
                .toList();
        return new Checked(line, new Restoration.Entry(event, EventCatalogue.NAMESPACE, tags));
    }

    private static EventLine read(byte[] line, long number) {
        try {
            return EventLine.read(line);
        } catch (UnreadableLine unreadable) {
            throw new RestoreRefused(Code.LINE_UNREADABLE, number, unreadable.getMessage() + ".");
        }
    }

    private static void requireThatItFits(StoredEvent event, long number) {
        if (event.id().isBlank() || event.id().length() > LONGEST_ID) {
            throw new RestoreRefused(
                    Code.TOO_LARGE, number, "its id has none, or more than " + LONGEST_ID + " characters.");
        }
        if (Math.max(event.metadata().length, event.payload().length) > LARGEST_CONTENT) {
            throw new RestoreRefused(
                    Code.TOO_LARGE, number, "its metadata or payload has more than " + LARGEST_CONTENT + " bytes.");
        }
    }

    private static Code code(Doubt doubt) {
        return switch (doubt) {
            case HASH_MISMATCH -> Code.HASH_MISMATCH;
            case EVENT_UNKNOWN -> Code.EVENT_UNKNOWN;
            case EVENT_UNREADABLE, METADATA_FORM, PAYLOAD_FORM -> Code.EVENT_UNREADABLE;
        };
    }

    private void store(List<Checked> lines) {
        List<Restoration.Entry> entries = new ArrayList<>(lines.size());
        for (Checked checked : lines) {
            requireItsPlace(checked.line().event());
            ended = checked.line().head();
            entries.add(checked.entry());
        }
        ledger.write(entries);
        progress.accept(position);
    }

    private void requireItsPlace(StoredEvent event) {
        long number = position + 1;
        if (event.position() != number) {
            throw new RestoreRefused(
                    Code.POSITION_GAP, number, "it has position " + event.position() + " instead of " + number + ".");
        }
        if (!event.recordedAt().isAfter(recordedAt)) {
            throw new RestoreRefused(Code.TIME_NOT_RISING, number, "it was not recorded after the line before it.");
        }
        position = number;
        recordedAt = event.recordedAt();
    }

    private void requireWhole() {
        if (position == 0) {
            throw new RestoreRefused(Code.EMPTY, 1, "there is no line.");
        }
        if (!ended) {
            throw new RestoreRefused(
                    Code.CUT_OFF, position, "the export goes on, but there are no more lines. Export it to its end.");
        }
    }
}
