package org.claimsledger.store;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.AppendEventsTransactionRejectedException;
import org.axonframework.messaging.eventstreaming.Tag;
import org.claimsledger.store.Receipt.Recorded;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives every event its place. One thread takes all appends that wait, checks each against what was stored before and
 * what came earlier in the same group, numbers and dates the events of those that pass, and writes them as one group,
 * since a group costs one sync however many appends are in it.
 *
 * <p>Here, and in {@link RecentTags}, it is assumed that no other process appends to the same tables: the last
 * position, the last time and the last positions of tags are taken from memory. A store with several writers has to
 * read them under a lock at the beginning of each group.
 */
final class Sequencer {

    private static final Logger LOG = LoggerFactory.getLogger(Sequencer.class);

    /** What a group holds at most, unless one append alone is larger. */
    private static final int GROUP_EVENTS = 1_000;

    private static final long GROUP_BYTES = 4L << 20;

    /** What may wait at most, in kilobytes; whoever comes then has to wait before he can hand in. */
    private static final int ROOM = 64 * 1024;

    /** Largest single append, in bytes. */
    static final long LARGEST_APPEND = 32L << 20;

    /** Where a group is stored, all or nothing, and durable when the call returns. */
    interface Ledger {
        void write(List<SequencedEvent> group) throws Exception;
    }

    private final Ledger ledger;
    private final ConflictCheck conflicts;
    private final RecentTags recent;
    private final Head head;
    private final InstantSource clock;
    private final Executor answers;
    private final LinkedBlockingQueue<Append> waiting = new LinkedBlockingQueue<>();
    private final Semaphore room = new Semaphore(ROOM);
    private final Append end = new Append(AppendCondition.none(), List.of());
    private final Thread writer;
    private volatile @Nullable StoreStopped stopped;
    private volatile boolean finished;

    Sequencer(
            Ledger ledger,
            ConflictCheck conflicts,
            RecentTags recent,
            Head head,
            InstantSource clock,
            Executor answers) {
        this.ledger = ledger;
        this.conflicts = conflicts;
        this.recent = recent;
        this.head = head;
        this.clock = clock;
        this.answers = answers;
        this.writer = Thread.ofPlatform().name("ledger-writer").daemon(true).unstarted(this::writeGroups);
    }

    void start() {
        writer.start();
    }

    /**
     * Hands in an append; the answer comes on another thread. Waits where too much is waiting already, and does so
     * whether or not the caller's thread is interrupted, since an append is either handed in or it is not.
     */
    CompletableFuture<Receipt> submit(Append append) {
        int size = room(append);
        room.acquireUninterruptibly(size);
        StoreStopped reason = stopped;
        if (reason != null) {
            room.release(size);
            return CompletableFuture.failedFuture(reason);
        }
        waiting.add(append);
        if (finished) {
            refuseWaiting();
        }
        return append.answer();
    }

    private static int room(Append append) {
        return (int) Math.min(ROOM, 1 + append.weight() / 1024);
    }

    /** Writes what waits, takes nothing more, and returns when the writing thread is done. */
    void close() {
        stop(new StoreStopped("The ledger is closed.", null));
        waiting.add(end);
        boolean interrupted = false;
        while (writer.isAlive()) {
            try {
                writer.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void stop(StoreStopped reason) {
        if (stopped == null) {
            stopped = reason;
        }
    }

    private void writeGroups() {
        try {
            while (writeGroup(nextGroup())) {
                // until the end or a failure
            }
        } catch (InterruptedException e) {
            stop(new StoreStopped("The thread that writes was interrupted.", e));
        } finally {
            finished = true;
            refuseWaiting();
        }
    }

    private List<Append> nextGroup() throws InterruptedException {
        var group = new ArrayList<Append>();
        long bytes = 0;
        int events = 0;
        Append next = waiting.take();
        while (next != null) {
            group.add(next);
            bytes += next.weight();
            events += next.events().size();
            next = events < GROUP_EVENTS && bytes < GROUP_BYTES ? waiting.poll() : null;
        }
        return group;
    }

    /** An append that passed, and what became of its events. */
    private record Placed(Append append, List<SequencedEvent> events) {

        Receipt receipt() {
            return new Receipt(events.stream()
                    .map(event -> new Recorded(event.position(), RecordedTime.instant(event.recordedAt())))
                    .toList());
        }
    }

    /** False where this was the last group. */
    private boolean writeGroup(List<Append> group) {
        var placed = new ArrayList<Placed>(group.size());
        try {
            write(place(group, placed));
            placed.forEach(done -> answers.execute(() -> done.append().answer().complete(done.receipt())));
            return !group.contains(end);
        } catch (Throwable e) {
            LOG.error("A group of events could not be written; the ledger takes no more until it is opened anew", e);
            var reason = new StoreStopped(
                    "The ledger stopped writing, because a group of events could not be stored: " + e
                            + ". It has to be opened anew.",
                    e);
            stop(reason);
            placed.forEach(lost -> refuse(lost.append(), reason));
            return false;
        } finally {
            group.forEach(append -> {
                if (append != end) {
                    room.release(room(append));
                }
            });
        }
    }

    /** Sorts out who lost a race and gives all others their places. */
    private List<SequencedEvent> place(List<Append> group, List<Placed> placed) {
        var events = new ArrayList<SequencedEvent>();
        Head.Last last = head.last();
        for (Append append : group) {
            if (passes(append, events)) {
                List<SequencedEvent> own = number(append, last);
                if (!own.isEmpty()) {
                    last = new Head.Last(own.getLast().position(), own.getLast().recordedAt());
                }
                events.addAll(own);
                placed.add(new Placed(append, own));
            }
        }
        return events;
    }

    private boolean passes(Append append, List<SequencedEvent> group) {
        try {
            if (!conflicts.conflicts(append, group, head.position())) {
                return true;
            }
            refuse(
                    append,
                    AppendEventsTransactionRejectedException.conflictingEventsDetected(append.consistencyMarker()));
        } catch (RuntimeException e) {
            refuse(append, e);
        }
        return false;
    }

    private List<SequencedEvent> number(Append append, Head.Last last) {
        var numbered = new ArrayList<SequencedEvent>(append.events().size());
        long position = last.position();
        long time = last.recordedAt();
        for (PreparedEvent event : append.events()) {
            position++;
            time = RecordedTime.next(clock, time);
            numbered.add(new SequencedEvent(position, time, event));
            for (Tag tag : event.tags()) {
                recent.touched(tag, position);
            }
        }
        return numbered;
    }

    private void write(List<SequencedEvent> events) throws Exception {
        if (events.isEmpty()) {
            return;
        }
        SequencedEvent last = events.getLast();
        if (last.position() > PackedTag.LAST_POSITION) {
            throw new IllegalStateException("The ledger has no room for another event.");
        }
        ledger.write(events);
        head.moveTo(new Head.Last(last.position(), last.recordedAt()));
    }

    private void refuseWaiting() {
        for (Append late = waiting.poll(); late != null; late = waiting.poll()) {
            if (late != end) {
                room.release(room(late));
                refuse(late, stopReason());
            }
        }
    }

    private StoreStopped stopReason() {
        StoreStopped reason = stopped;
        return reason != null ? reason : new StoreStopped("The ledger stopped writing.", null);
    }

    private void refuse(Append append, Throwable reason) {
        answers.execute(() -> append.answer().completeExceptionally(reason));
    }
}
