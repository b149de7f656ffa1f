package org.claimsledger.policy;

import java.util.List;
import java.util.Set;
import org.claimsledger.command.Decider;
import org.claimsledger.command.PolicyCommand;
import org.claimsledger.command.PolicyCommand.AdoptPolicy;
import org.claimsledger.event.PolicyEvent;
import org.claimsledger.event.PolicyEvent.PolicyAdopted;
import org.claimsledger.value.RefusalCode;
import org.claimsledger.value.Refused;
import org.jspecify.annotations.Nullable;

/** Decides commands about the policy. Pure. */
public final class PolicyDecider
        implements Decider<PolicyCommand, PolicyDecider.KnownPolicies, AdoptedPolicy, PolicyEvent> {

    /** The versions by which this program can answer. */
    private static final Set<Integer> VERSIONS = Set.of(2);

    private final Set<Integer> versions;

    public PolicyDecider() {
        this(VERSIONS);
    }

    PolicyDecider(Set<Integer> versions) {
        this.versions = versions;
    }

    @Override
    public AdoptedPolicy evolve(@Nullable AdoptedPolicy before, PolicyEvent event) {
        return AdoptedPolicy.evolve(before, event);
    }

    @Override
    public List<PolicyEvent> decide(PolicyCommand command, KnownPolicies lookups) {
        return switch (command) {
            case AdoptPolicy adopt -> adopt(adopt, lookups);
        };
    }

    private List<PolicyEvent> adopt(AdoptPolicy command, KnownPolicies lookups) {
        if (!versions.contains(command.version())) {
            throw Refused.because(RefusalCode.POLICY_UNKNOWN, "/version", "There is no version " + command.version());
        }
        if (lookups.policy().version() == command.version()) {
            throw Refused.because(
                    RefusalCode.POLICY_IN_USE, "/version", "Version " + command.version() + " is in use already");
        }
        return List.of(new PolicyAdopted(command.version(), command.reason()));
    }

    /** The look-ups about the policy. */
    public interface KnownPolicies {

        /** The policy that is in use. */
        AdoptedPolicy policy();
    }
}
