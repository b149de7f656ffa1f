package org.claimsledger.api.security;

import org.claimsledger.command.ClaimCommand.Proposable;
import org.claimsledger.command.LedgerCommand;
import org.claimsledger.token.Role;

/** Whether filings of callers who are not editors wait for an editor. */
public enum ReviewPolicy {
    ON,
    OFF;

    /** The command as the caller may carry it out: unchanged, or as a proposal. */
    public LedgerCommand asFiled(LedgerCommand command, Caller caller) {
        return this == ON && command instanceof Proposable proposable && !caller.may(Role.EDITOR)
                ? proposable.asProposal()
                : command;
    }
}
