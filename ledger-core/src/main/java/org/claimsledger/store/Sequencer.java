package org.claimsledger.store;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;
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
 * <p>Each group begins with how far the ledger goes: on files that one process has, that is known; in a database that
 * several nodes share, it is read under a lock that is held until the group is written. Where others have appended
 * meanwhile, the head moves and what was remembered of tags is forgotten before any condition is checked.
 */
final class Sequencer {

    private static final Logger LOG = LoggerFactory.getLogger(Sequencer.class);

    /** What a group holds at most, unless one append alone is larger. */
    private static final int GROUP_EVENTS = 1_000;

    private static final long GROUP_BYTES = 4L << 20;

    /** How often those that have waited too long are looked for. */
    private static final long LOOK_MILLIS = 100;

    /** Largest single append, in bytes. */
    static final long LARGEST_APPEND = 32L << 20;

    /**
     * Where groups are stored. What fails with {@link StoreUnavailable} may be tried again with the next group; after
     * any other failure nothing is written any more.
     */
    interface Ledger {

        /** How far the ledger goes. Nobody else appends to it before {@link #write} or {@link #giveUp}. */
        Head.Last begin() throws Exception;

        /** Stores the group, all or nothing, and durable when the call returns; ends what was begun in any case. */
        void write(List<SequencedEvent> group) throws Exception;

        /** Ends what was begun, without a trace. */
        void giveUp() throws Exception;
    }

    private final Ledger ledger;
    private final ConflictCheck conflicts;
    private final RecentTags recent;
    private final Head head;
    private final InstantSource clock;
    private final Executor answers;
    private final StoreListener listener;
    private final Waiting waiting = new Waiting();

    /** Held by whoever moves the head and what is remembered of tags: for a group, or for news of other nodes. */
    private final ReentrantLock memory = new ReentrantLock();

    private final Append end = new Append(AppendCondition.none(), List.of(), null);
    private final Thread writer;
    private final Thread usher;
    private volatile @Nullable StoreStopped stopped;
    private volatile boolean finished;
    private volatile boolean away;
    private volatile long groupBegan;
    private volatile boolean writing;

    Sequencer(
            Ledger ledger,
            ConflictCheck conflicts,
            RecentTags recent,
            Head head,
            InstantSource clock,
            Executor answers,
            StoreListener listener) {
        this.ledger = ledger;
        this.conflicts = conflicts;
        this.recent = recent;
        this.head = head;
        this.clock = clock;
        this.answers = answers;
        this.listener = listener;
        this.writer = Thread.ofPlatform().name("ledger-writer").daemon(true).unstarted(this::writeGroups);
        this.usher = Thread.ofPlatform().name("ledger-usher").daemon(true).unstarted(this::refuseOverdue);
    }

    void start() {
        writer.start();
        usher.start();
    }

    /** Hands in an append; the answer comes on another thread. Waits where too much is waiting already. */
    CompletableFuture<Receipt> submit(Append append) {
        if (!waiting.makeRoom(append)) {
            return CompletableFuture.failedFuture(overloaded());
        }
        StoreStopped reason = stopped;
        if (reason != null) {
            waiting.leave(append);
            return CompletableFuture.failedFuture(reason);
        }
        waiting.add(append);
        if (finished) {
            refuseWaiting();
        }
        return append.answer();
    }

    private static StoreOverloaded overloaded() {
        return new StoreOverloaded("More is to be written than the disk takes; nothing was recorded");
    }

    private void refuseOverdue() {
        while (!finished) {
            try {
                Thread.sleep(LOOK_MILLIS);
            } catch (InterruptedException e) {
                return;
            }
            for (Append late : waiting.overdue()) {
                waiting.leave(late);
                refuse(late, overloaded());
            }
        }
    }

    /** For how long the group in hand has been written; 0 where there is none. */
    long writingNanos() {
        return writing ? System.nanoTime() - groupBegan : 0;
    }

    Waiting waiting() {
        return waiting;
    }

    /** Fails as the next append would for as long as nothing is written: for good, or until a database is back. */
    void requireWriting() {
        StoreStopped reason = stopped;
        if (reason != null) {
            throw reason;
        }
        if (away) {
            throw new StoreUnavailable("The ledger's database does not take events", null);
        }
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
        if (group.equals(List.of(end))) {
            return false;
        }
        var unanswered = new LinkedHashSet<>(group);
        groupBegan = System.nanoTime();
        writing = true;
        try {
            List<Placed> written = writeWhatPasses(unanswered);
            if (away) {
                away = false;
                LOG.info("Events are stored again");
            }
            tell(written);
            for (Placed done : written) {
                answers.execute(() -> done.append().answer().complete(done.receipt()));
            }
            return !group.contains(end);
        } catch (StoreUnavailable e) {
            if (!away) {
                away = true;
                LOG.warn("Events are not acknowledged until the database takes them again", e);
            }
            unanswered.forEach(lost -> refuse(lost, e));
            return !group.contains(end);
        } catch (Throwable e) {
            LOG.error("A group of events could not be written; the ledger takes no more until it is opened anew", e);
            var reason = new StoreStopped(
                    "The ledger stopped writing, because a group of events could not be stored: " + e
                            + ". It has to be opened anew.",
                    e);
            stop(reason);
            unanswered.forEach(lost -> refuse(lost, reason));
            return false;
        } finally {
            writing = false;
            group.stream().filter(append -> append != end).forEach(waiting::leave);
        }
    }

    /** Whatever a listener does, the group is written. */
    private void tell(List<Placed> written) {
        int events = written.stream().mapToInt(placed -> placed.events().size()).sum();
        if (events > 0) {
            try {
                listener.written(written.size(), events, System.nanoTime() - groupBegan);
            } catch (RuntimeException e) {
                LOG.warn("Whoever listens to the store failed", e);
            }
        }
    }

    /** @param unanswered the group; whoever lost a race is refused and taken out */
    private List<Placed> writeWhatPasses(Set<Append> unanswered) throws Exception {
        Head.Last begun = ledger.begin();
        memory.lock();
        long placedUpTo = begun.position();
        try {
            hear(begun);
            List<Placed> placed = place(unanswered);
            List<SequencedEvent> events =
                    placed.stream().flatMap(one -> one.events().stream()).toList();
            placedUpTo += events.size();
            write(events);
            return placed;
        } catch (Throwable e) {
            recent.forget(placedUpTo);
            giveUpAfter(e);
            throw e;
        } finally {
            memory.unlock();
        }
    }

    private void giveUpAfter(Throwable failure) {
        try {
            ledger.giveUp();
        } catch (Exception e) {
            failure.addSuppressed(e);
        }
    }

    /** Another node has appended: the ledger goes as far as this. */
    void heardOf(Head.Last last) {
        memory.lock();
        try {
            if (last.position() > head.position()) {
                hear(last);
            }
        } finally {
            memory.unlock();
        }
    }

    /** Tags are forgotten before anyone can see the events that others may have appended under them. */
    private void hear(Head.Last last) {
        Head.Last known = head.last();
        if (last.position() > known.position()) {
            recent.forget(last.position());
            head.moveTo(last);
        } else if (!last.equals(known)) {
            throw new IllegalStateException("The ledger ends at position " + last.position()
                    + ", and once went on to position " + known.position()
                    + ": events that were acknowledged are missing, or others are in their place");
        }
    }

    /** Sorts out who lost a race and gives all others their places. */
    private List<Placed> place(Set<Append> group) {
        var placed = new ArrayList<Placed>(group.size());
        var events = new ArrayList<SequencedEvent>();
        Head.Last last = head.last();
        for (Append append : List.copyOf(group)) {
            if (passes(append, events)) {
                List<SequencedEvent> own = number(append, last);
                if (!own.isEmpty()) {
                    last = new Head.Last(own.getLast().position(), own.getLast().recordedAt());
                }
                events.addAll(own);
                placed.add(new Placed(append, own));
            } else {
                group.remove(append);
            }
        }
        return placed;
    }

    private boolean passes(Append append, List<SequencedEvent> group) {
        try {
            if (!conflicts.conflicts(append, group, head.position())) {
                return true;
            }
            listener.conflicted();
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
            ledger.giveUp();
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
                waiting.leave(late);
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
