package org.claimsledger.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.claimsledger.source.SourceForm.registered;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.messaging.commandhandling.CommandMessage;
import org.axonframework.messaging.commandhandling.CommandResultMessage;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.core.QualifiedName;
import org.claimsledger.command.LedgerCommand;
import org.claimsledger.command.SourceCommand.DiscloseSource;
import org.claimsledger.command.SourceCommand.ProtectSource;
import org.claimsledger.command.SubjectCommand.CompareSubjects;
import org.claimsledger.event.SubjectEvent.Judgement;
import org.claimsledger.store.engine.LedgerStore;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.SubjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An interceptor in Axon's configuration sees every command with its name, its terms and its result. */
class CommandMessagesTest {

    /** The names are a contract with dashboards and traces. */
    private static final List<String> NAMES = List.of(
            "AdoptPolicy",
            "AmendSource",
            "AssertClaim",
            "AssessClaim",
            "AttachEvidence",
            "CompareSubjects",
            "DefinePredicate",
            "DiscloseSource",
            "DiscloseSubject",
            "MergeSubjects",
            "NameSubject",
            "NoticeSource",
            "ProtectSource",
            "ProtectSubject",
            "RankClaim",
            "RegisterSource",
            "RegisterSubject",
            "ReinstateClaim",
            "RelateClaims",
            "RetractClaim",
            "ReviewClaim",
            "ReviseClaim",
            "SplitSubjects",
            "SucceedClaim",
            "WithdrawDefinition",
            "WithdrawEvidence",
            "WithdrawName",
            "WithdrawNotice",
            "WithdrawRelation");

    private final List<CommandMessage> dispatched = Collections.synchronizedList(new ArrayList<>());
    private final List<CommandMessage> handled = Collections.synchronizedList(new ArrayList<>());
    private final List<Object> results = Collections.synchronizedList(new ArrayList<>());

    /** Thrown once, by the interceptor that the next command passes. */
    private final AtomicReference<Error> error = new AtomicReference<>();

    @TempDir
    Path folder;

    private Ledger ledger;

    @BeforeEach
    void open() {
        LedgerStore store = LedgerStore.open(folder, new EventConverter(), InstantSource.system());
        ledger = Ledger.over(store, InstantSource.system(), messaging -> messaging
                .registerCommandDispatchInterceptor(configuration -> (command, context, chain) -> {
                    dispatched.add((CommandMessage) command);
                    return chain.proceed(command, context);
                })
                .registerCommandHandlerInterceptor(configuration -> (command, context, chain) -> {
                    handled.add((CommandMessage) command);
                    Error next = error.getAndSet(null);
                    if (next != null) {
                        throw next;
                    }
                    return chain.proceed(command, context)
                            .onNext(entry -> results.add(((CommandResultMessage) entry.message()).payload()));
                }));
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void everyCommandHasANameOfItsOwn() {
        assertThat(CommandNames.all()).extracting(QualifiedName::localName).containsExactlyInAnyOrderElementsOf(NAMES);
    }

    @Test
    void everyCommandOfABatchIsSeenByNameWithItsMetadataAndItsOutcome() {
        List<Request> requests = requests();
        List<Outcome> outcomes = ledger.submit(requests);

        assertThat(dispatched).extracting(CommandMessage::type).containsExactlyElementsOf(typesOf(requests));
        assertThat(dispatched)
                .extracting(it -> it.type().qualifiedName().localName())
                .containsAll(NAMES);
        assertThat(dispatched)
                .extracting(CommandMessage::payload)
                .containsExactlyElementsOf(
                        requests.stream().<Object>map(Request::command).toList());
        assertThat(dispatched)
                .extracting(it -> it.metadata().get("request"))
                .containsExactlyElementsOf(
                        requests.stream().map(Request::requestId).toList());
        assertThat(handled)
                .extracting(CommandMessage::identifier)
                .containsExactlyElementsOf(
                        dispatched.stream().map(CommandMessage::identifier).toList());
        assertThat(results).hasSameSizeAs(requests);
        assertThat(results).containsExactlyElementsOf(outcomes);
    }

    @Test
    void theTermsOfARequestAreMetadata() {
        Request request = new Request(
                registered("rferl"), "ann", "request-1", 7L, new Request.Idempotency("key", "digest"), "line");
        ledger.submit(request);

        assertThat(handled).singleElement().satisfies(seen -> {
            assertThat(seen.type()).isEqualTo(new MessageType("ledger", "RegisterSource", "1"));
            assertThat(Map.copyOf(seen.metadata()))
                    .containsEntry("actor", "ann")
                    .containsEntry("request", "request-1")
                    .containsEntry("expectedRevision", "7")
                    .containsEntry("idempotencyKey", "key")
                    .containsEntry("requestDigest", "digest")
                    .containsEntry("importKey", "line");
            assertThat(Request.of(seen)).isEqualTo(request);
        });
    }

    @Test
    void aDryRunSaysSoInItsMetadata() {
        ledger.preview(Request.by("ann", "request-1", registered("rferl")));

        assertThat(handled).singleElement().satisfies(seen -> assertThat(seen.metadata())
                .containsEntry("dryRun", "true"));
        assertThat(results).singleElement().isInstanceOf(Preview.class);
    }

    @Test
    void anErrorInAnInterceptorReachesTheCallerAndNothingOfTheBatchIsRecorded() {
        error.set(new StackOverflowError("in an interceptor"));
        CompletableFuture<List<Outcome>> answer =
                CompletableFuture.supplyAsync(() -> ledger.submit(requests())).orTimeout(10, TimeUnit.SECONDS);

        assertThatThrownBy(answer::join)
                .isInstanceOf(CompletionException.class)
                .hasRootCauseInstanceOf(StackOverflowError.class);
        assertThat(ledger.log().head()).isZero();
        assertThat(ledger.submit(Request.by("ann", "later", registered("rferl"))))
                .isInstanceOf(Outcome.Accepted.class);
    }

    private static List<Request> requests() {
        RandomCommands random = new RandomCommands(7);
        List<LedgerCommand> commands = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            commands.add(random.next());
        }
        commands.add(new ProtectSource(new SourceId("rferl"), null));
        commands.add(new DiscloseSource(new SourceId("rferl"), null));
        commands.add(new CompareSubjects(new SubjectId("rakhat"), new SubjectId("aliev"), Judgement.values()[0], null));
        List<Request> requests = new ArrayList<>();
        for (LedgerCommand command : commands) {
            requests.add(Request.by("ann", "request-" + requests.size(), command));
        }
        return requests;
    }

    private static List<MessageType> typesOf(List<Request> requests) {
        return requests.stream()
                .map(it -> new MessageType("ledger", it.command().getClass().getSimpleName(), "1"))
                .toList();
    }
}
