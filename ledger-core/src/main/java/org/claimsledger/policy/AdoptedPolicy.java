package org.claimsledger.policy;

import org.claimsledger.event.PolicyEvent;
import org.claimsledger.event.PolicyEvent.PolicyAdopted;
import org.jspecify.annotations.Nullable;

/**
 * The policy that is in use.
 *
 * @param revision how many policies were adopted
 */
public record AdoptedPolicy(int version, long revision) {

    /** A ledger is answered by this one from its beginning, without an event that says so. */
    public static final AdoptedPolicy FIRST = new AdoptedPolicy(2, 0);

    static AdoptedPolicy evolve(@Nullable AdoptedPolicy before, PolicyEvent event) {
        long revision = before == null ? FIRST.revision : before.revision;
        return switch (event) {
            case PolicyAdopted adopted -> new AdoptedPolicy(adopted.version(), revision + 1);
        };
    }
}
