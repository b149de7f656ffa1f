package org.claimsledger.api.security;

import org.claimsledger.command.ClaimCommand.Proposable;
import org.claimsledger.command.LedgerCommand;
import org.claimsledger.token.Role;

/** Whether what is filed by somebody who is no editor waits for one. */
public enum ReviewPolicy {
    ON,
    OFF;

    /** What becomes of the caller's command: the same, or a proposal. */
    public LedgerCommand asFiled(LedgerCommand command, Caller caller) {
        return this == ON && command instanceof Proposable proposable && !caller.may(Role.EDITOR)
                ? proposable.asProposal()
                : command;
    }
}
