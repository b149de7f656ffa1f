package org.claimsledger.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.claimsledger.ledger.DiskLedger.codeOf;
import static org.claimsledger.source.SourceForm.registered;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.claimsledger.command.LedgerCommand;
import org.claimsledger.ledger.Outcome.Accepted;
import org.claimsledger.ledger.Outcome.Duplicate;
import org.claimsledger.value.RefusalCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdempotencyTest {

    private Instant now = Instant.parse("2026-11-01T00:00:00Z");
    private Path folder;
    private DiskLedger ledger;

    @BeforeEach
    void open(@TempDir Path there) {
        folder = there;
        ledger = DiskLedger.open(folder, () -> now);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    private static Request request(String actor, String key, String digest, LedgerCommand command) {
        return new Request(command, actor, "request", null, new Request.Idempotency(key, digest), null);
    }

    private Outcome submit(Request request) {
        return ledger.ledger().submit(request);
    }

    @Test
    void theSameKeyAndBodyGiveTheFirstAnswerAgain() {
        Request request = request("ann", "key", "digest", registered("rferl"));

        Accepted first = (Accepted) submit(request);
        now = now.plus(Duration.ofDays(29));

        assertThat(submit(request)).isEqualTo(new Duplicate(first));
        assertThat(ledger.stored()).hasSize(1);
    }

    @Test
    void theAnswerOutlastsARestart() {
        Request request = request("ann", "key", "digest", registered("rferl"));
        Accepted first = (Accepted) submit(request);

        ledger.close();
        ledger = DiskLedger.open(folder, () -> now);

        assertThat(submit(request)).isEqualTo(new Duplicate(first));
    }

    @Test
    void theSameKeyWithAnotherBodyIsRefused() {
        submit(request("ann", "key", "digest", registered("rferl")));

        assertThat(codeOf(submit(request("ann", "key", "another", registered("afp")))))
                .isEqualTo(RefusalCode.IDEMPOTENCY_KEY_REUSED);
        assertThat(ledger.stored()).hasSize(1);
    }

    @Test
    void keysAreEachActorsOwn() {
        submit(request("ann", "key", "digest", registered("rferl")));

        assertThat(submit(request("bob", "key", "another", registered("afp")))).isInstanceOf(Accepted.class);
    }

    @Test
    void aRefusalIsNotRemembered() {
        submit(request("ann", "first", "1", registered("rferl")));

        assertThat(codeOf(submit(request("ann", "key", "2", registered("rferl")))))
                .isEqualTo(RefusalCode.ID_TAKEN);
        assertThat(submit(request("ann", "key", "3", registered("afp")))).isInstanceOf(Accepted.class);
    }

    @Test
    void aKeyIsForgottenAfterThirtyDays() {
        submit(request("ann", "key", "digest", registered("rferl")));
        now = now.plus(Duration.ofDays(31));

        assertThat(submit(request("ann", "key", "another", registered("afp")))).isInstanceOf(Accepted.class);
        assertThat(codeOf(submit(request("ann", "key", "digest", registered("rferl")))))
                .isEqualTo(RefusalCode.IDEMPOTENCY_KEY_REUSED);
    }

    @Test
    void theSameRequestTwiceInOneBatchIsCarriedOutOnce() {
        Request request = request("ann", "key", "digest", registered("rferl"));

        List<Outcome> outcomes =
                ledger.ledger().submit(List.of(request, request, request("ann", "key", "another", registered("afp"))));

        assertThat(outcomes.get(1)).isEqualTo(new Duplicate((Accepted) outcomes.get(0)));
        assertThat(codeOf(outcomes.get(2))).isEqualTo(RefusalCode.IDEMPOTENCY_KEY_REUSED);
        assertThat(ledger.stored()).hasSize(1);
    }
}
