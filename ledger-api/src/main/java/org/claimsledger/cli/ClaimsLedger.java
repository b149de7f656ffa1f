package org.claimsledger.cli;

/** The program: one jar, one command a task. */
public final class ClaimsLedger {

    private ClaimsLedger() {}

    public static void main(String[] args) {}
}
