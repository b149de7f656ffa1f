package org.claimsledger.command;

import org.jspecify.annotations.Nullable;

/** A command about the policy by which questions are answered. */
public sealed interface PolicyCommand extends LedgerCommand {

    int version();

    @Override
    default String target() {
        return String.valueOf(version());
    }

    /** Answers questions by another version of the policy from now on. */
    record AdoptPolicy(int version, @Nullable String reason) implements PolicyCommand {}
}
