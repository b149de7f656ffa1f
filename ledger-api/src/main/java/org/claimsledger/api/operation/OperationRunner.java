package org.claimsledger.api.operation;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.claimsledger.api.limit.WriteLimiter;
import org.claimsledger.api.operation.DryRunner.DryRunView;
import org.claimsledger.api.security.Caller;
import org.claimsledger.api.security.ReadAccess;
import org.claimsledger.api.security.RequestIdFilter;
import org.claimsledger.api.security.ReviewPolicy;
import org.claimsledger.api.viewpoint.QueryParameters;
import org.claimsledger.command.ClaimCommand;
import org.claimsledger.command.LedgerCommand;
import org.claimsledger.ledger.Ledger;
import org.claimsledger.ledger.Outcome;
import org.claimsledger.ledger.Request;
import org.claimsledger.projection.ReadModel;
import org.claimsledger.projection.ReadModels;
import org.claimsledger.projection.protection.Visibility;
import org.claimsledger.token.Role;
import org.claimsledger.value.RefusalCode;
import org.claimsledger.value.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/**
 * Carries operations out, for programs and for forms. An answer means that the write is on disk. The answer also waits
 * until the ledger's own read models show the write, for at most two seconds, and never becomes an error for that.
 */
@Component
public final class OperationRunner {

    /** The parameter of a request that records nothing and is answered with what it would change. */
    private static final String DRY_RUN = "dryRun";

    /** The longest wait for the read models to show a write, before it is answered. */
    public static final Duration READABLE_TIMEOUT = Duration.ofSeconds(2);

    private final Ledger ledger;
    private final ReadModels readModels;
    private final ReadAccess readAccess;
    private final DryRunner dryRunner;
    private final ReviewPolicy reviewPolicy;
    private final WriteLimiter limiter;

    public OperationRunner(
            Ledger ledger,
            ReadModels readModels,
            ReadAccess readAccess,
            DryRunner dryRunner,
            ReviewPolicy reviewPolicy,
            WriteLimiter limiter) {
        this.ledger = ledger;
        this.readModels = readModels;
        this.readAccess = readAccess;
        this.dryRunner = dryRunner;
        this.reviewPolicy = reviewPolicy;
        this.limiter = limiter;
    }

    /** The outcome of a request that was not refused. */
    sealed interface RunResult {

        record Written(Outcome.Accepted accepted) implements RunResult {}

        /** Nothing was recorded, because the client only asked what the request would change. */
        record OnlyPreviewed(DryRunView preview) implements RunResult {}
    }

    /**
     * Carries out what a program asks for. The permit to write is given back before the read models are waited for.
     *
     * @param ids the ids in the request's path, by the fields that have them in an import
     */
    RunResult run(Operation operation, HttpServletRequest http, Map<String, String> ids) throws IOException {
        Outcome.Accepted accepted;
        try (WriteLimiter.WritePermit writePermit = limiter.open()) {
            ParsedRequest parsedRequest = parse(operation, http, ids, writePermit);
            if (parsedRequest.dryRun()) {
                return new RunResult.OnlyPreviewed(dryRunner.of(parsedRequest.request(), Caller.authenticated(http)));
            }
            accepted = submit(parsedRequest.request());
        }
        waitUntilReadable(accepted.position());
        return new RunResult.Written(accepted);
    }

    /** @param dryRun whether the client only asks what the request would change */
    private record ParsedRequest(Request request, boolean dryRun) {}

    private ParsedRequest parse(
            Operation operation, HttpServletRequest http, Map<String, String> ids, WriteLimiter.WritePermit writePermit)
            throws IOException {
        Caller caller = Caller.authenticated(http);
        caller.require(operation.requiredRole());
        WriteHeaders.requireContentType(http, WriteHeaders.JSON);
        boolean dryRun = QueryParameters.of(http, DRY_RUN).flag(DRY_RUN);
        byte[] body = body(http, writePermit);
        writePermit.startWrite();
        LedgerCommand command = command(operation, StrictJson.readObject(body), ids, caller);
        Request request = new Request(
                command,
                caller.actor(),
                RequestIdFilter.requestId(http),
                recordedRevision(command, WriteHeaders.expectedRevision(http), caller),
                dryRun ? null : WriteHeaders.idempotency(http, body),
                null);
        return new ParsedRequest(request, dryRun);
    }

    private LedgerCommand command(Operation operation, ObjectNode body, Map<String, String> ids, Caller caller) {
        return reviewPolicy.asFiled(operation.reader().apply(Fields.of(body, ids)), caller);
    }

    /**
     * A form that was sent.
     *
     * @param ids the ids in the page's address, by the fields that have them in an import
     * @param revision the revision of the claim that the form was opened at
     * @param key names the form, so that a form sent twice is recorded once
     */
    public record FormRequest(
            Operation operation,
            ObjectNode body,
            Map<String, String> ids,
            @Nullable Long revision,
            @Nullable String key) {}

    /** The request that a form makes; it records nothing yet. */
    public Request formRequest(FormRequest form, HttpServletRequest http) {
        Caller caller = Caller.authenticated(http);
        caller.require(form.operation().requiredRole());
        byte[] body = form.body().toString().getBytes(StandardCharsets.UTF_8);
        LedgerCommand command = command(form.operation(), form.body(), form.ids(), caller);
        return new Request(
                command,
                caller.actor(),
                RequestIdFilter.requestId(http),
                recordedRevision(command, form.revision(), caller),
                form.key() == null ? null : WriteHeaders.idempotency(form.key(), http, body),
                null);
    }

    /**
     * The claim's own revision, where the caller read it with this one: what is hidden from them counts in the ledger. Any
     * other revision stays as it is.
     */
    private @Nullable Long recordedRevision(LedgerCommand command, @Nullable Long read, Caller caller) {
        if (read == null || caller.may(Role.EDITOR) || !(command instanceof ClaimCommand onClaim)) {
            return read;
        }
        long now = readModels.applied();
        boolean isCurrent = revision(readAccess.readModelFor(caller), onClaim, now)
                .filter(read::equals)
                .isPresent();
        return isCurrent
                ? revision(readModels.readModelFor(Visibility.FULL), onClaim, now)
                        .orElse(read)
                : read;
    }

    private static Optional<Long> revision(ReadModel readModel, ClaimCommand command, long asOf) {
        return readModel.claims().claim(command.claim(), asOf).map(it -> it.claim()
                .revision());
    }

    /** Carries out the request of a form. */
    public Outcome.Accepted runForm(Request request) {
        Outcome.Accepted accepted;
        try (WriteLimiter.WritePermit writePermit = limiter.open()) {
            writePermit.startWrite();
            accepted = submit(request);
        }
        waitUntilReadable(accepted.position());
        return accepted;
    }

    private static byte[] body(HttpServletRequest http, WriteLimiter.WritePermit writePermit) throws IOException {
        byte[] body = writePermit.readBody(http, StrictJson.MAX_BYTES);
        if (body.length > StrictJson.MAX_BYTES) {
            throw Refused.because(RefusalCode.BODY_TOO_LARGE, "A body has at most " + StrictJson.MAX_BYTES + " bytes");
        }
        return body;
    }

    /** The body of a call that carries no command. */
    ObjectNode readObject(HttpServletRequest http) throws IOException {
        WriteHeaders.requireContentType(http, WriteHeaders.JSON);
        try (WriteLimiter.WritePermit writePermit = limiter.open()) {
            return StrictJson.readObject(body(http, writePermit));
        }
    }

    private Outcome.Accepted submit(Request request) {
        return switch (ledger.submit(request)) {
            case Outcome.Accepted accepted -> accepted;
            case Outcome.Duplicate duplicate -> duplicate.first();
            case Outcome.NotAccepted refused -> throw new Refused(refused.refusals());
        };
    }

    private void waitUntilReadable(long position) {
        try {
            readModels.awaitShown(position, READABLE_TIMEOUT);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt(); // the write is recorded all the same, and answered as such
        }
    }
}
