package org.claimsledger.fuzz;

/** Where Jazzer comes in: it calls the methods of these names. The property {@code fuzz.target} says what it is let loose on. */
public final class JazzerTarget {

    private static FuzzTarget target;

    private JazzerTarget() {}

    public static void fuzzerInitialize() {
        target = FuzzTargets.byName(System.getProperty("fuzz.target")).open();
    }

    public static void fuzzerTestOneInput(byte[] input) throws Exception {
        target.run(input);
    }
}
