package org.claimsledger.store;

/** Hears the outcome of appends from the thread that writes, which waits meanwhile. */
public interface StoreListener {

    /** Ignores every outcome. */
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

    /** An append lost a race; its sender decides again. */
    void appendConflicted();
}
