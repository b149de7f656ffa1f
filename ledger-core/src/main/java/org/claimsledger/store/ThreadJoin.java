package org.claimsledger.store;

/** Waits for the end of a thread that was told to stop. */
public final class ThreadJoin {

    private ThreadJoin() {}

    /** Returns when the thread has ended; an interrupt meanwhile is kept for the caller. */
    public static void uninterruptibly(Thread thread) {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
