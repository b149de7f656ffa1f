package org.claimsledger.store.append;

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
import org.claimsledger.store.Receipt;
import org.claimsledger.store.Receipt.AssignedPosition;
import org.claimsledger.store.RecordedTime;
import org.claimsledger.store.StoreListener;
import org.claimsledger.store.StoreOverloaded;
import org.claimsledger.store.StoreStopped;
import org.claimsledger.store.StoreUnavailable;
import org.claimsledger.store.ThreadJoin;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives every event its place. One thread takes all appends that wait, checks each against the stored events and
 * those earlier in the same group, numbers and dates the events of those that pass, and writes them as one group,
 * because a group costs one sync however many appends are in it.
 *
 * <p>Each group begins with the ledger's last event. One process that has the files knows it; in a database that several
 * nodes share, it is read under a lock that is held until the group is written. If other nodes have appended meanwhile,
 * the head moves and the recent tags are forgotten before any condition is checked.
 */
public final class Sequencer {

    private static final Logger LOG = LoggerFactory.getLogger(Sequencer.class);

    /** The most that a group holds, unless one append alone is larger. */
    private static final int MAX_GROUP_EVENTS = 1_000;

    private static final long MAX_GROUP_BYTES = 4L << 20;

    /** How often expired appends are looked for. */
    private static final long EXPIRY_CHECK_MILLIS = 100;

    /** Largest single append, in bytes. */
    public static final long MAX_APPEND_BYTES = 32L << 20;

    /**
     * Stores groups. After a failure with {@link StoreUnavailable} the next group is tried; after any other failure
     * nothing is written any more.
     */
    public interface GroupStore {

        /** The ledger's last event. Nobody else appends before {@link #write} or {@link #rollback}. */
        LedgerHead.LastEvent begin() throws Exception;

        /** Stores the group, all or nothing, and durable when the call returns; ends what {@link #begin} began in any case. */
        void write(List<SequencedEvent> group) throws Exception;

        /** Ends what {@link #begin} began, without a trace. */
        void rollback() throws Exception;
    }

    private final GroupStore groupStore;
    private final ConflictCheck conflicts;
    private final RecentTags recent;
    private final LedgerHead ledgerHead;
    private final InstantSource clock;
    private final Executor resultExecutor;
    private final StoreListener listener;
    private final AppendQueue queue = new AppendQueue();

    /** Held while the head moves and recent tags change: for a group, or for events of other nodes. */
    private final ReentrantLock recentTagsLock = new ReentrantLock();

    private final PendingAppend endOfQueue = new PendingAppend(AppendCondition.none(), List.of(), null);
    private final Thread writer;
    private final Thread expirer;
    private volatile @Nullable StoreStopped stopCause;
    private volatile boolean writerFinished;
    private volatile boolean databaseUnavailable;
    private volatile long groupStartNanos;
    private volatile boolean groupInProgress;

    public Sequencer(
            GroupStore groupStore,
            ConflictCheck conflicts,
            RecentTags recent,
            LedgerHead ledgerHead,
            InstantSource clock,
            Executor answers,
            StoreListener listener) {
        this.groupStore = groupStore;
        this.conflicts = conflicts;
        this.recent = recent;
        this.ledgerHead = ledgerHead;
        this.clock = clock;
        this.resultExecutor = answers;
        this.listener = listener;
        this.writer = Thread.ofPlatform().name("ledger-writer").daemon(true).unstarted(this::writeGroups);
        this.expirer =
                Thread.ofPlatform().name("ledger-append-timeout").daemon(true).unstarted(this::refuseExpired);
    }

    public void start() {
        writer.start();
        expirer.start();
    }

    /** Hands in an append, whose result comes on another thread. Waits while the queue is full. */
    public CompletableFuture<Receipt> submit(PendingAppend pendingAppend) {
        if (!queue.reserve(pendingAppend)) {
            return CompletableFuture.failedFuture(overloadedFailure());
        }
        StoreStopped reason = stopCause;
        if (reason != null) {
            queue.release(pendingAppend);
            return CompletableFuture.failedFuture(reason);
        }
        queue.add(pendingAppend);
        if (writerFinished) {
            refuseQueued();
        }
        return pendingAppend.result();
    }

    private static StoreOverloaded overloadedFailure() {
        return new StoreOverloaded("More is to be written than the disk takes; nothing was recorded");
    }

    private void refuseExpired() {
        while (!writerFinished) {
            try {
                Thread.sleep(EXPIRY_CHECK_MILLIS);
            } catch (InterruptedException e) {
                return;
            }
            for (PendingAppend late : queue.removeExpired()) {
                queue.release(late);
                refuse(late, overloadedFailure());
            }
        }
    }

    /** For how long the current group has been written; 0 if there is none. */
    public long groupWritingNanos() {
        return groupInProgress ? System.nanoTime() - groupStartNanos : 0;
    }

    public AppendQueue queue() {
        return queue;
    }

    /** Fails as the next append would for as long as nothing is written: for good, or until a database is back. */
    public void requireWritable() {
        StoreStopped reason = stopCause;
        if (reason != null) {
            throw reason;
        }
        if (databaseUnavailable) {
            throw new StoreUnavailable("The ledger's database does not take events", null);
        }
    }

    /** Writes the waiting appends, takes no more, and returns when the writing thread has ended. */
    public void close() {
        stop(new StoreStopped("The ledger is closed.", null));
        queue.add(endOfQueue);
        ThreadJoin.uninterruptibly(writer);
    }

    private synchronized void stop(StoreStopped reason) {
        if (stopCause == null) {
            stopCause = reason;
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
            writerFinished = true;
            refuseQueued();
        }
    }

    private List<PendingAppend> nextGroup() throws InterruptedException {
        var group = new ArrayList<PendingAppend>();
        long bytes = 0;
        int events = 0;
        PendingAppend next = queue.take();
        while (next != null) {
            group.add(next);
            bytes += next.approximateBytes();
            events += next.events().size();
            next = events < MAX_GROUP_EVENTS && bytes < MAX_GROUP_BYTES ? queue.poll() : null;
        }
        return group;
    }

    /** An append that passed, with its numbered events. */
    private record SequencedAppend(PendingAppend append, List<SequencedEvent> events) {

        Receipt receipt() {
            return new Receipt(events.stream()
                    .map(event -> new AssignedPosition(event.position(), RecordedTime.instant(event.recordedAt())))
                    .toList());
        }
    }

    /** False if this was the last group. */
    private boolean writeGroup(List<PendingAppend> group) {
        if (group.equals(List.of(endOfQueue))) {
            return false;
        }
        var unanswered = new LinkedHashSet<>(group);
        groupStartNanos = System.nanoTime();
        groupInProgress = true;
        try {
            List<SequencedAppend> written = writeNonConflicting(unanswered);
            if (databaseUnavailable) {
                databaseUnavailable = false;
                LOG.info("Events are stored again");
            }
            notifyListener(written);
            for (SequencedAppend done : written) {
                resultExecutor.execute(() -> done.append().result().complete(done.receipt()));
            }
            return !group.contains(endOfQueue);
        } catch (StoreUnavailable e) {
            if (!databaseUnavailable) {
                databaseUnavailable = true;
                LOG.warn("Events are not acknowledged until the database takes them again", e);
            }
            unanswered.forEach(lost -> refuse(lost, e));
            return !group.contains(endOfQueue);
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
            groupInProgress = false;
            group.stream().filter(pendingAppend -> pendingAppend != endOfQueue).forEach(queue::release);
        }
    }

    /** A listener's failure does not matter, because the group is written. */
    private void notifyListener(List<SequencedAppend> written) {
        int events = written.stream()
                .mapToInt(sequencedAppend -> sequencedAppend.events().size())
                .sum();
        if (events > 0) {
            try {
                listener.groupWritten(written.size(), events, System.nanoTime() - groupStartNanos);
            } catch (RuntimeException e) {
                LOG.warn("Whoever listens to the store failed", e);
            }
        }
    }

    /** @param unanswered the group; appends that lost a race are refused and taken out */
    private List<SequencedAppend> writeNonConflicting(Set<PendingAppend> unanswered) throws Exception {
        LedgerHead.LastEvent begun = groupStore.begin();
        recentTagsLock.lock();
        long placedUpTo = begun.position();
        try {
            advanceTo(begun);
            List<SequencedAppend> sequencedAppend = sequence(unanswered);
            List<SequencedEvent> events = sequencedAppend.stream()
                    .flatMap(one -> one.events().stream())
                    .toList();
            placedUpTo += events.size();
            write(events);
            return sequencedAppend;
        } catch (Throwable e) {
            recent.forgetUpTo(placedUpTo);
            rollbackAfter(e);
            throw e;
        } finally {
            recentTagsLock.unlock();
        }
    }

    private void rollbackAfter(Throwable failure) {
        try {
            groupStore.rollback();
        } catch (Exception e) {
            failure.addSuppressed(e);
        }
    }

    /** Another node has appended; this is the ledger's last event. */
    public void appendedElsewhere(LedgerHead.LastEvent lastEvent) {
        recentTagsLock.lock();
        try {
            if (lastEvent.position() > ledgerHead.position()) {
                advanceTo(lastEvent);
            }
        } finally {
            recentTagsLock.unlock();
        }
    }

    /** Tags are forgotten before anyone can see the events that others may have appended under them. */
    private void advanceTo(LedgerHead.LastEvent lastEvent) {
        LedgerHead.LastEvent current = ledgerHead.last();
        if (lastEvent.position() > current.position()) {
            recent.forgetUpTo(lastEvent.position());
            ledgerHead.moveTo(lastEvent);
        } else if (!lastEvent.equals(current)) {
            throw new IllegalStateException("The ledger ends at position " + lastEvent.position()
                    + ", and once went on to position " + current.position()
                    + ": events that were acknowledged are missing, or others are in their place");
        }
    }

    /** Refuses the appends that lost a race and numbers the events of all others. */
    private List<SequencedAppend> sequence(Set<PendingAppend> group) {
        var sequencedAppend = new ArrayList<SequencedAppend>(group.size());
        var events = new ArrayList<SequencedEvent>();
        LedgerHead.LastEvent lastEvent = ledgerHead.last();
        for (PendingAppend pendingAppend : List.copyOf(group)) {
            if (hasNoConflict(pendingAppend, events)) {
                List<SequencedEvent> own = number(pendingAppend, lastEvent);
                if (!own.isEmpty()) {
                    lastEvent = new LedgerHead.LastEvent(
                            own.getLast().position(), own.getLast().recordedAt());
                }
                events.addAll(own);
                sequencedAppend.add(new SequencedAppend(pendingAppend, own));
            } else {
                group.remove(pendingAppend);
            }
        }
        return sequencedAppend;
    }

    private boolean hasNoConflict(PendingAppend pendingAppend, List<SequencedEvent> group) {
        try {
            if (!conflicts.conflicts(pendingAppend, group, ledgerHead.position())) {
                return true;
            }
            listener.appendConflicted();
            refuse(
                    pendingAppend,
                    AppendEventsTransactionRejectedException.conflictingEventsDetected(
                            pendingAppend.consistencyMarker()));
        } catch (RuntimeException e) {
            refuse(pendingAppend, e);
        }
        return false;
    }

    private List<SequencedEvent> number(PendingAppend pendingAppend, LedgerHead.LastEvent lastEvent) {
        var numbered = new ArrayList<SequencedEvent>(pendingAppend.events().size());
        long position = lastEvent.position();
        long time = lastEvent.recordedAt();
        for (PreparedEvent event : pendingAppend.events()) {
            position++;
            time = RecordedTime.next(clock, time);
            numbered.add(new SequencedEvent(position, time, event));
            for (Tag tag : event.tags()) {
                recent.record(tag, position);
            }
        }
        return numbered;
    }

    private void write(List<SequencedEvent> events) throws Exception {
        if (events.isEmpty()) {
            groupStore.rollback();
            return;
        }
        SequencedEvent last = events.getLast();
        if (last.position() > SequencedEvent.LAST_POSITION) {
            throw new IllegalStateException("The ledger has no room for another event.");
        }
        groupStore.write(events);
        ledgerHead.moveTo(new LedgerHead.LastEvent(last.position(), last.recordedAt()));
    }

    private void refuseQueued() {
        for (PendingAppend late = queue.poll(); late != null; late = queue.poll()) {
            if (late != endOfQueue) {
                queue.release(late);
                refuse(late, stopCauseOrDefault());
            }
        }
    }

    private StoreStopped stopCauseOrDefault() {
        StoreStopped reason = stopCause;
        return reason != null ? reason : new StoreStopped("The ledger stopped writing.", null);
    }

    private void refuse(PendingAppend pendingAppend, Throwable reason) {
        resultExecutor.execute(() -> pendingAppend.result().completeExceptionally(reason));
    }
}
