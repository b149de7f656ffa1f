package org.claimsledger.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.claimsledger.source.SourceForm.registered;

import java.lang.reflect.Type;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.axonframework.common.infra.ComponentDescriptor;
import org.axonframework.conversion.Converter;
import org.claimsledger.store.engine.LedgerStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An Error reaches the caller like any other failure, and the ledger goes on. */
class UnitOfWorkErrorTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @TempDir
    Path folder;

    /** Thrown once, by the next decision that looks at the clock. */
    private final AtomicReference<Error> inDecision = new AtomicReference<>();

    /** Thrown once, by the next event that is made into bytes. */
    private final AtomicReference<Error> inConversion = new AtomicReference<>();

    private Ledger ledger;

    @BeforeEach
    void open() {
        InstantSource clock = () -> {
            throwFrom(inDecision);
            return InstantSource.system().instant();
        };
        ledger = Ledger.over(LedgerStore.open(folder, new FailingConverter(), InstantSource.system()), clock);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void anErrorInADecisionReachesTheCaller() {
        Request request = keyed("key");
        assertThat(ledger.submit(request)).isInstanceOf(Outcome.Accepted.class);
        Error error = new StackOverflowError("in a decision");
        inDecision.set(error);

        assertFails(() -> ledger.submit(request), error);
        assertThat(bounded(() -> ledger.submit(request)).join()).isInstanceOf(Outcome.Duplicate.class);
    }

    @Test
    void anErrorInADecisionOfABatchRecordsNothing() {
        Request request = keyed("key");
        ledger.submit(request);
        Error error = new AssertionError("in a decision");
        inDecision.set(error);

        assertFails(() -> ledger.submit(List.of(Request.by("ann", "batch", registered("afp")), request)), error);
        assertThat(ledger.log().head()).isEqualTo(1);
    }

    @Test
    void anErrorInADryRunReachesTheCaller() {
        Request request = keyed("key");
        ledger.submit(request);
        Error error = new AssertionError("in a dry run");
        inDecision.set(error);

        assertFails(() -> ledger.preview(request), error);
    }

    @Test
    void anErrorAtPrepareCommitReachesTheCaller() {
        Error error = new StackOverflowError("in a conversion");
        inConversion.set(error);

        assertFails(() -> ledger.submit(keyed("key")), error);
        assertThat(ledger.log().head()).isZero();
        assertThat(bounded(() -> ledger.submit(keyed("key"))).join()).isInstanceOf(Outcome.Accepted.class);
    }

    private static Request keyed(String key) {
        return new Request(registered("rferl"), "ann", "request", null, new Request.Idempotency(key, "digest"), null);
    }

    private static void assertFails(Supplier<?> call, Error error) {
        assertThatThrownBy(() -> bounded(call).get(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasRootCause(error);
    }

    private static <T> CompletableFuture<T> bounded(Supplier<T> call) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try {
                answer.complete(call.get());
            } catch (Throwable failure) {
                answer.completeExceptionally(failure);
            }
        });
        return answer.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    private static void throwFrom(AtomicReference<Error> holder) {
        Error error = holder.getAndSet(null);
        if (error != null) {
            throw error;
        }
    }

    private final class FailingConverter implements Converter {

        private final Converter json = new EventConverter();

        @Override
        public boolean canConvert(Type source, Type target) {
            return json.canConvert(source, target);
        }

        @Override
        public <T> T convert(Object input, Type target) {
            throwFrom(inConversion);
            return json.convert(input, target);
        }

        @Override
        public void describeTo(ComponentDescriptor descriptor) {
            json.describeTo(descriptor);
        }
    }
}
