package org.claimsledger.ledger;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.axonframework.common.configuration.AxonConfiguration;
import org.axonframework.eventsourcing.configuration.EventSourcingConfigurer;
import org.axonframework.eventsourcing.eventstore.AppendEventsTransactionRejectedException;
import org.axonframework.messaging.commandhandling.CommandBus;
import org.axonframework.messaging.commandhandling.CommandResultMessage;
import org.axonframework.messaging.core.configuration.MessagingConfigurer;
import org.axonframework.messaging.core.unitofwork.UnitOfWorkFactory;
import org.axonframework.update.UpdateCheckerConfigurationEnhancer;
import org.claimsledger.store.AppendTimeout;
import org.claimsledger.store.EventLog;
import org.claimsledger.store.StorageFull;
import org.claimsledger.store.StoreListener;
import org.claimsledger.store.StoreLocation;
import org.claimsledger.store.StoreOverloaded;
import org.claimsledger.store.StoreStatistics;
import org.claimsledger.store.StoreStopped;
import org.claimsledger.store.StoreUnavailable;
import org.claimsledger.store.StoreUnreadable;
import org.claimsledger.store.TagIndex;
import org.claimsledger.store.engine.LedgerStore;
import org.claimsledger.value.Refusal;
import org.claimsledger.value.RefusalCode;
import org.claimsledger.value.Refused;
import org.jspecify.annotations.Nullable;

/**
 * A ledger, in a folder or in a database, that takes commands. An accepted command is durable; a refused one has changed
 * nothing. Safe for any number of threads.
 */
public final class Ledger implements AutoCloseable {

    /** How often a decision is repeated after conflicts; at each conflict another request has been recorded. */
    private static final int MAX_ATTEMPTS = 500;

    /** How long a single request waits for the disk to begin with it, before it is refused. */
    public static final Duration APPEND_TIMEOUT = Duration.ofSeconds(5);

    private final LedgerStore store;
    private final AxonConfiguration axon;
    private final CommandBus commands;
    private final UnitOfWorkFactory unitsOfWork;
    private final EntityCache cache;

    private Ledger(LedgerStore store, AxonConfiguration axon, EntityCache cache) {
        this.store = store;
        this.axon = axon;
        this.cache = cache;
        this.commands = axon.getComponent(CommandBus.class);
        this.unitsOfWork = axon.getComponent(UnitOfWorkFactory.class);
    }

    /** Opens the ledger in a folder of its own, or begins one there. */
    public static Ledger open(Path folder, InstantSource clock) {
        return open(new StoreLocation.LedgerFolder(folder), clock);
    }

    /** Opens the ledger that is there, or begins one where there is nothing yet. */
    public static Ledger open(StoreLocation location, InstantSource clock) {
        return open(location, clock, StoreListener.NONE);
    }

    /** Opens the ledger that is there, or begins one, with a listener for appends. */
    public static Ledger open(StoreLocation location, InstantSource clock, StoreListener listener) {
        return over(LedgerStore.open(location, new EventConverter(), clock, listener), clock);
    }

    static Ledger over(LedgerStore store, InstantSource clock) {
        return over(store, clock, messaging -> {});
    }

    /** @param messaging adds interceptors and monitors of commands to Axon's configuration */
    static Ledger over(LedgerStore store, InstantSource clock, Consumer<MessagingConfigurer> messaging) {
        EntityCache cache = new EntityCache();
        EventSourcingConfigurer configurer = EventSourcingConfigurer.create()
                // it would call out to the network and write to the home folder
                .componentRegistry(registry -> registry.disableEnhancer(UpdateCheckerConfigurationEnhancer.class))
                .registerEventStorageEngine(configuration -> store.engine())
                .messaging(own -> own.registerCommandBus(
                        configuration -> new LedgerCommandBus(configuration.getComponent(UnitOfWorkFactory.class))))
                .messaging(messaging);
        new CommandHandling(new RequestDecider(clock), cache, store.engine(), store.log()).register(configurer);
        return new Ledger(store, configurer.start(), cache);
    }

    /**
     * Carries one request out, waiting until it is on disk.
     *
     * @throws Refused as {@link RefusalCode#OVERLOADED} where the disk has not begun with it within {@link #APPEND_TIMEOUT}
     */
    public Outcome submit(Request request) {
        return submit(List.of(request), APPEND_TIMEOUT).getFirst();
    }

    /**
     * Decides requests in their order, each seeing what came of those before it, and records what comes of all of them in
     * one append: all that is accepted becomes durable together, what is refused leaves no trace. Waits for the disk as
     * long as it takes.
     */
    public List<Outcome> submit(List<Request> requests) {
        return submit(requests, null);
    }

    private List<Outcome> submit(List<Request> requests, @Nullable Duration appendTimeout) {
        requireFreeSpace();
        List<Outcome> outcomes = retryOnConflict(() -> submitOnce(requests, appendTimeout));
        return outcomes != null
                ? outcomes
                : requests.stream()
                        .<Outcome>map(request -> new Outcome.NotAccepted(List.of(busyRefusal())))
                        .toList();
    }

    private CompletableFuture<List<Outcome>> submitOnce(List<Request> requests, @Nullable Duration appendTimeout) {
        return UnitsOfWork.handle(unitsOfWork.create(), context -> {
                    if (appendTimeout != null) {
                        context.putResource(AppendTimeout.KEY, appendTimeout);
                    }
                    return requests.stream()
                            .map(request -> commands.dispatch(request.message(), context))
                            .toList();
                })
                .thenApply(results -> results.stream()
                        .map(result -> payload(result, Outcome.class))
                        .toList());
    }

    private static <T> T payload(CommandResultMessage result, Class<T> type) {
        return Objects.requireNonNull(result.payloadAs(type));
    }

    /**
     * Decides a request as if it were to be carried out, and records nothing. Whether somebody asked the same before, by
     * an idempotency key or an import key, is for whoever carries it out: a request with one is not for this.
     *
     * @throws Refused as the request would be
     */
    public Preview preview(Request request) {
        Preview preview = retryOnConflict(() ->
                commands.dispatch(request.dryRunMessage(), null).thenApply(result -> payload(result, Preview.class)));
        if (preview == null) {
            throw new Refused(List.of(busyRefusal()));
        }
        return preview;
    }

    private static Refusal busyRefusal() {
        return new Refusal(
                RefusalCode.BUSY, "", "Others changed the same things " + MAX_ATTEMPTS + " times; try again");
    }

    /** Absent where others were faster every time. */
    private static <T> @Nullable T retryOnConflict(Supplier<CompletableFuture<T>> attempt) {
        for (int tries = 0; tries < MAX_ATTEMPTS; tries++) {
            try {
                return attempt.get().join();
            } catch (CompletionException failed) {
                if (failed.getCause() instanceof Refused refused) {
                    throw refused;
                }
                refuseWhereTheStoreFailed(failed);
                if (!(failed.getCause() instanceof AppendEventsTransactionRejectedException)) {
                    throw failed;
                }
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(50_000L * Math.min(tries + 1, 40)));
            }
        }
        return null;
    }

    /** A store that stopped needs a restart; one whose database is away goes on by itself. */
    private static void refuseWhereTheStoreFailed(CompletionException failed) {
        for (Throwable cause = failed.getCause(); cause != null; cause = cause.getCause()) {
            String sentence = withoutFullStop(String.valueOf(cause.getMessage()));
            if (cause instanceof StoreStopped) {
                throw Refused.because(RefusalCode.STORE_STOPPED, sentence);
            }
            if (cause instanceof StoreOverloaded) {
                throw Refused.because(RefusalCode.OVERLOADED, sentence);
            }
            if (cause instanceof StoreUnavailable || cause instanceof StoreUnreadable) {
                throw Refused.because(RefusalCode.STORE_UNAVAILABLE, sentence);
            }
        }
    }

    /** The problem's detail gets its own full stop. */
    private static String withoutFullStop(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }

    private void requireFreeSpace() {
        try {
            store.requireFreeSpace();
        } catch (StorageFull full) {
            throw Refused.because(RefusalCode.STORAGE_FULL, String.valueOf(full.getMessage()));
        }
    }

    /** The reason why no write could be recorded now; null where one could be. */
    public @Nullable Refusal whyWritesFail() {
        try {
            store.requireWritable();
            return null;
        } catch (StoreStopped stopped) {
            return new Refusal(RefusalCode.STORE_STOPPED, "", "The store has stopped taking writes");
        } catch (StoreUnavailable | StoreUnreadable away) {
            return new Refusal(RefusalCode.STORE_UNAVAILABLE, "", "The store's database does not answer");
        } catch (StorageFull full) {
            return new Refusal(RefusalCode.STORAGE_FULL, "", String.valueOf(full.getMessage()));
        }
    }

    /** The store's figures at this moment. */
    public StoreStatistics figures() {
        return store.statistics();
    }

    /** The approximate number of cached states. */
    public long cachedStates() {
        return cache.size();
    }

    /** All events. */
    public EventLog log() {
        return store.log();
    }

    /** The index of tags, for its verification. */
    public TagIndex tagIndex() {
        return store.tagIndex();
    }

    /** The ledger's own id. */
    public String id() {
        return store.ledgerId();
    }

    @Override
    public void close() {
        axon.shutdown();
        store.close();
    }
}
