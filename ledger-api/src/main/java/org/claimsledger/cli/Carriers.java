package org.claimsledger.cli;

/**
 * The system's threads that carry virtual ones. Java has one for each processor, and a virtual thread keeps its carrier
 * until it waits for something: a few long readings would hold up every request that only has to go a step further. Where
 * there are more carriers, the system shares the processors out among them.
 */
final class Carriers {

    private static final String SETTING = "jdk.virtualThreadScheduler.parallelism";
    private static final int LEAST = 32;
    private static final int FOR_EACH_PROCESSOR = 4;

    private Carriers() {}

    /** To be called before the first virtual thread is made; who has set a number keeps it. */
    static void moreThanProcessors() {
        if (System.getProperty(SETTING) == null) {
            int processors = Runtime.getRuntime().availableProcessors();
            System.setProperty(SETTING, Integer.toString(Math.max(LEAST, FOR_EACH_PROCESSOR * processors)));
        }
    }
}
