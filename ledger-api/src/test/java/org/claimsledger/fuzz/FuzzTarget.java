package org.claimsledger.fuzz;

/** A part of the program that takes any input, and what must hold of the result. */
interface FuzzTarget extends AutoCloseable {

    /** @throws Throwable where something does not hold; whatever the input, that is a fault of ours */
    void run(byte[] input) throws Exception;

    @Override
    default void close() {}
}
