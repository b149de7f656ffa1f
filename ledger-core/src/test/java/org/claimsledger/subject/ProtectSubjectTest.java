package org.claimsledger.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.claimsledger.ledger.InMemoryLedger.given;
import static org.claimsledger.subject.SubjectForm.subject;

import org.claimsledger.command.SubjectCommand.DiscloseSubject;
import org.claimsledger.command.SubjectCommand.ProtectSubject;
import org.claimsledger.command.SubjectCommand.RegisterSubject;
import org.claimsledger.event.SubjectEvent.SubjectDisclosed;
import org.claimsledger.event.SubjectEvent.SubjectProtected;
import org.claimsledger.event.SubjectEvent.SubjectRegistered;
import org.claimsledger.ledger.InMemoryLedger;
import org.claimsledger.value.RefusalCode;
import org.claimsledger.value.SubjectId;
import org.junit.jupiter.api.Test;

/** Who may know a subject. */
class ProtectSubjectTest {

    private static final SubjectId WITNESS = new SubjectId("witness");

    @Test
    void aSubjectIsProtectedFromItsFirstMomentOn() {
        RegisterSubject open = subject("witness");

        InMemoryLedger ledger = given();
        ledger.when(new RegisterSubject(WITNESS, open.details(), true))
                .then(new SubjectRegistered(WITNESS, open.details(), true));

        assertThat(ledger.subject(WITNESS).isProtected()).isTrue();
    }

    @Test
    void aSubjectIsProtectedAndDisclosedAgain() {
        InMemoryLedger ledger = given(subject("witness"));
        assertThat(ledger.subject(WITNESS).isProtected()).isFalse();

        ledger.when(new ProtectSubject(WITNESS, "A child.")).then(new SubjectProtected(WITNESS, "A child."));
        assertThat(ledger.subject(WITNESS).isProtected()).isTrue();

        ledger.when(new DiscloseSubject(WITNESS, "Grown up.")).then(new SubjectDisclosed(WITNESS, "Grown up."));
        assertThat(ledger.subject(WITNESS).isProtected()).isFalse();
        assertThat(ledger.subject(WITNESS).revision()).isEqualTo(3);
    }

    @Test
    void onlyASubjectThatEverybodyKnowsIsProtectedAndOnlyAProtectedOneIsDisclosed() {
        given(subject("witness"))
                .when(new DiscloseSubject(WITNESS, null))
                .thenRefused(RefusalCode.NOT_PROTECTED, "")
                .when(new ProtectSubject(new SubjectId("nobody"), null))
                .thenRefused(RefusalCode.SUBJECT_UNKNOWN, "")
                .and(new ProtectSubject(WITNESS, null))
                .when(new ProtectSubject(WITNESS, null))
                .thenRefused(RefusalCode.ALREADY_PROTECTED, "");
    }
}
