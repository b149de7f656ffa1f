package org.claimsledger.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.claimsledger.source.SourceForm.registered;

import java.nio.file.Path;
import org.claimsledger.store.StoreRefused;
import org.claimsledger.value.RefusalCode;
import org.claimsledger.value.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenAndCloseTest {

    @Test
    void aLedgerThatIsOpenedAgainIsTheSameOneAndGoesOn(@TempDir Path folder) {
        String id;
        try (DiskLedger ledger = DiskLedger.open(folder)) {
            id = ledger.ledger().id();
            ledger.given(registered("rferl"));
        }
        try (DiskLedger ledger = DiskLedger.open(folder)) {
            assertThat(ledger.ledger().id()).isEqualTo(id);
            assertThat(DiskLedger.codeOf(ledger.submit(registered("rferl")))).isEqualTo(RefusalCode.ID_TAKEN);
            assertThat(((Outcome.Accepted) ledger.submit(registered("afp"))).position())
                    .isEqualTo(2);
        }
    }

    @Test
    void aLedgerIsOpenedOnceAtATime(@TempDir Path folder) {
        try (DiskLedger ledger = DiskLedger.open(folder)) {
            assertThatThrownBy(() -> DiskLedger.open(folder)).isInstanceOf(StoreRefused.class);
            ledger.given(registered("rferl"));
        }
    }

    @Test
    void aClosedLedgerTakesNothing(@TempDir Path folder) {
        DiskLedger ledger = DiskLedger.open(folder).given(registered("rferl"));
        ledger.close();

        assertThatThrownBy(() -> ledger.submit(registered("afp")))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.first().code()).isEqualTo(RefusalCode.STORE_STOPPED));
        ledger.close();
        try (DiskLedger again = DiskLedger.open(folder)) {
            assertThat(again.stored()).hasSize(1);
        }
    }
}
