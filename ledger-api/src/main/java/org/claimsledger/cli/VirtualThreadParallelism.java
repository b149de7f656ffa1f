package org.claimsledger.cli;

/**
 * How many carrier threads run the virtual ones. Java starts one for each processor, and a virtual thread keeps its carrier
 * until it blocks, so that a few long reads would delay every short request. With more carriers, the operating system
 * shares the processors among them.
 */
final class VirtualThreadParallelism {

    private static final String SETTING = "jdk.virtualThreadScheduler.parallelism";
    private static final int MINIMUM = 32;
    private static final int PER_PROCESSOR = 4;

    private VirtualThreadParallelism() {}

    /** Must be called before the first virtual thread is created. A number that the user has set stays. */
    static void raiseAboveProcessorCount() {
        if (System.getProperty(SETTING) == null) {
            int processors = Runtime.getRuntime().availableProcessors();
            System.setProperty(SETTING, Integer.toString(Math.max(MINIMUM, PER_PROCESSOR * processors)));
        }
    }
}
