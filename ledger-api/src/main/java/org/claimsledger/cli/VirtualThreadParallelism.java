package org.claimsledger.cli;

/**
 * The system's threads that carry virtual ones. Java has one for each processor, and a virtual thread keeps its carrier
 * until it waits for something: a few long readings would hold up every request that only has to go a step further. Where
 * there are more carriers, the system shares the processors out among them.
 */
final class VirtualThreadParallelism {

    private static final String SETTING = "jdk.virtualThreadScheduler.parallelism";
    private static final int MINIMUM = 32;
    private static final int PER_PROCESSOR = 4;

    private VirtualThreadParallelism() {}

    /** To be called before the first virtual thread is made; who has set a number keeps it. */
    static void raiseAboveProcessorCount() {
        if (System.getProperty(SETTING) == null) {
            int processors = Runtime.getRuntime().availableProcessors();
            System.setProperty(SETTING, Integer.toString(Math.max(MINIMUM, PER_PROCESSOR * processors)));
        }
    }
}
