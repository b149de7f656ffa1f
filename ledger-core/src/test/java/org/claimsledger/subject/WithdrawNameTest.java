package org.claimsledger.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.claimsledger.ledger.InMemoryLedger.given;
import static org.claimsledger.subject.SubjectForm.named;
import static org.claimsledger.subject.SubjectForm.subject;

import org.claimsledger.command.SubjectCommand.WithdrawName;
import org.claimsledger.event.SubjectEvent.NameWithdrawn;
import org.claimsledger.ledger.InMemoryLedger;
import org.claimsledger.value.RefusalCode;
import org.claimsledger.value.SubjectId;
import org.junit.jupiter.api.Test;

/** A name that was recorded by mistake is taken back. */
class WithdrawNameTest {

    private static final SubjectId ALIEV = new SubjectId("aliev");

    private static WithdrawName withdrawal(String name) {
        return new WithdrawName(ALIEV, name, "Another man.");
    }

    @Test
    void aNameThatIsTakenBackIsNoNameOfTheSubjectAndMayBeRecordedAgain() {
        InMemoryLedger ledger = given(
                subject("aliev", "Alyev"), named("aliev", "Aliyev", null, null), named("aliev", "Aliyev", "en", null));

        ledger.when(withdrawal("Aliyev")).then(new NameWithdrawn(ALIEV, "Aliyev", "Another man."));

        assertThat(ledger.subject(ALIEV).names()).containsExactly("aliev", "Alyev");
        assertThat(ledger.subject(ALIEV).withdrawnNames()).containsExactly("Aliyev", "Aliyev");
        ledger.when(named("aliev", "Aliyev", null, null)).thenAccepted();
    }

    @Test
    void aNameThatTheSubjectWasRegisteredWithBesideItsOwnIsTakenBackToo() {
        InMemoryLedger ledger = given(subject("aliev", "Alyev", "Alliev")).and(withdrawal("Alyev"));

        assertThat(ledger.subject(ALIEV).names()).containsExactly("aliev", "Alliev");
    }

    @Test
    void theNameThatItWasRegisteredUnderStays() {
        InMemoryLedger ledger = given(subject("aliev"));

        ledger.when(withdrawal("aliev"))
                .thenRefused(RefusalCode.MAIN_NAME, "/name")
                .and(named("aliev", "aliev", "kk", null))
                .and(withdrawal("aliev"));

        assertThat(ledger.subject(ALIEV).names()).containsExactly("aliev");
    }

    @Test
    void onlyANameOfTheSubjectIsTakenBack() {
        given(subject("aliev", "Alyev"))
                .when(withdrawal("Alijev"))
                .thenRefused(RefusalCode.NAME_UNKNOWN, "/name")
                .when(new WithdrawName(new SubjectId("nobody"), "Alyev", null))
                .thenRefused(RefusalCode.SUBJECT_UNKNOWN, "")
                .and(withdrawal("Alyev"))
                .when(withdrawal("Alyev"))
                .thenRefused(RefusalCode.NAME_UNKNOWN, "/name");
    }
}
