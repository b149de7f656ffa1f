package org.claimsledger.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Set;
import org.claimsledger.command.PolicyCommand.AdoptPolicy;
import org.claimsledger.event.PolicyEvent.PolicyAdopted;
import org.claimsledger.value.Refusal;
import org.claimsledger.value.RefusalCode;
import org.claimsledger.value.Refused;
import org.junit.jupiter.api.Test;

/** Which version of the policy may be adopted. */
class PolicyDeciderTest {

    private final PolicyDecider decider = new PolicyDecider(Set.of(2, 3));

    @Test
    void aLedgerBeginsWithVersionTwo() {
        assertRefused(new PolicyDecider(), 2, AdoptedPolicy.FIRST, RefusalCode.POLICY_IN_USE);
    }

    @Test
    void anotherVersionThatTheProgramKnowsIsAdoptedAndMayBeGivenUpAgain() {
        assertThat(decider.decide(new AdoptPolicy(3, "It reads denials."), () -> AdoptedPolicy.FIRST))
                .isEqualTo(List.of(new PolicyAdopted(3, "It reads denials.")));

        AdoptedPolicy third = decider.fold(List.of(new PolicyAdopted(3, null)));

        assertThat(third).isEqualTo(new AdoptedPolicy(3, 1));
        assertRefused(decider, 3, third, RefusalCode.POLICY_IN_USE);
        assertThat(decider.decide(new AdoptPolicy(2, null), () -> third))
                .isEqualTo(List.of(new PolicyAdopted(2, null)));
    }

    @Test
    void aVersionThatTheProgramDoesNotKnowIsRefused() {
        assertRefused(decider, 4, AdoptedPolicy.FIRST, RefusalCode.POLICY_UNKNOWN);
        assertRefused(decider, 1, AdoptedPolicy.FIRST, RefusalCode.POLICY_UNKNOWN);
    }

    private static void assertRefused(PolicyDecider decider, int version, AdoptedPolicy inUse, RefusalCode code) {
        Refused refused =
                catchThrowableOfType(Refused.class, () -> decider.decide(new AdoptPolicy(version, null), () -> inUse));
        assertThat(refused.refusals())
                .extracting(Refusal::code, Refusal::pointer)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(code, "/version"));
    }
}
