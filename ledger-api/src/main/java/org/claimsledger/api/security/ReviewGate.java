package org.claimsledger.api.security;

import org.claimsledger.claim.ClaimCommand.Filing;
import org.claimsledger.token.Role;
import org.claimsledger.value.LedgerCommand;

/** Whether what is filed by somebody who is no editor waits for one. */
public enum ReviewGate {
    ON,
    OFF;

    /** What becomes of the caller's command: the same, or a proposal. */
    public LedgerCommand admitted(LedgerCommand command, Caller caller) {
        return this == ON && command instanceof Filing filing && !caller.may(Role.EDITOR)
                ? filing.asProposal()
                : command;
    }
}
