package org.claimsledger.store;

/** Hears what becomes of appends. The thread that writes tells it, and waits meanwhile. */
public interface StoreListener {

    /** For whoever does not want to know. */
    StoreListener NONE = new StoreListener() {
        @Override
        public void groupWritten(int appends, int events, long nanos) {}

        @Override
        public void appendConflicted() {}
    };

    /**
     * A group is on disk.
     *
     * @param nanos how long checking and writing it took
     */
    void groupWritten(int appends, int events, long nanos);

    /** An append lost a race; whoever sent it decides anew. */
    void appendConflicted();
}
