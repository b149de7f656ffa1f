package org.claimsledger.api.operation;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.claimsledger.api.limit.WriteLimiter;
import org.claimsledger.api.security.Caller;
import org.claimsledger.api.security.RequestIdFilter;
import org.claimsledger.api.security.ReviewPolicy;
import org.claimsledger.api.viewpoint.QueryParameters;
import org.claimsledger.ledger.Ledger;
import org.claimsledger.ledger.Outcome;
import org.claimsledger.ledger.Request;
import org.claimsledger.projection.ReadModels;
import org.claimsledger.time.Rfc3339;
import org.claimsledger.value.RefusalCode;
import org.claimsledger.value.Refused;
import org.claimsledger.value.Sha256;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/**
 * Carries a body out as a command. What it answers is on disk, and the client's next read will see it: the answer waits
 * for the ledger's own projections, but never longer than two seconds, and never becomes an error for that.
 */
@Component
public final class OperationRunner {

    /** Where in the ledger the answered write stands. */
    public static final String LEDGER_POSITION = "Ledger-Position";

    /** The client may send the request again under the same key. */
    public static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private static final String JSON = "application/json";

    /** The client wants to know no more than what the write would change. */
    private static final String DRY_RUN = "dryRun";

    private static final Duration READABLE_TIMEOUT = Duration.ofSeconds(2);
    private static final Pattern ETAG = Pattern.compile("\"(\\d{1,18})(?:-\\d{1,18})?\"");
    private static final int MAX_KEY_LENGTH = 200;

    private final Ledger ledger;
    private final ReadModels readModels;
    private final DryRunner dryRunner;
    private final ReviewPolicy reviewPolicy;
    private final WriteLimiter limiter;

    public OperationRunner(
            Ledger ledger, ReadModels readModels, DryRunner dryRunner, ReviewPolicy gate, WriteLimiter door) {
        this.limiter = door;
        this.ledger = ledger;
        this.readModels = readModels;
        this.dryRunner = dryRunner;
        this.reviewPolicy = gate;
    }

    /** Makes something new, or says what that would change. */
    public ResponseEntity<Object> create(String op, HttpServletRequest http, String collection) throws IOException {
        return create(op, http, collection, id -> id);
    }

    /** @param shown by what name whoever asked for the new thing can read it */
    public ResponseEntity<Object> create(
            String op, HttpServletRequest http, String collection, UnaryOperator<String> shown) throws IOException {
        return switch (run(op, http, Map.of())) {
            case RunResult.Written(Outcome.Accepted accepted) ->
                answer(HttpStatus.CREATED, accepted)
                        .location(URI.create(collection + "/" + shown.apply(accepted.id())))
                        .body(body(accepted, null));
            case RunResult.OnlyPreviewed(DryRunView would) -> ResponseEntity.ok(would);
        };
    }

    /**
     * Changes something, or says what that would change.
     *
     * @param path the ids in the URL's path, by the fields that they would be in an import
     * @param made what the answer calls the thing that is made on the way, if any is
     */
    public ResponseEntity<Object> change(
            String op, HttpServletRequest http, Map<String, String> path, @Nullable String made) throws IOException {
        return switch (run(op, http, path)) {
            case RunResult.Written(Outcome.Accepted accepted) ->
                answer(HttpStatus.OK, accepted).body(body(accepted, made));
            case RunResult.OnlyPreviewed(DryRunView would) -> ResponseEntity.ok(would);
        };
    }

    /** What became of a body. */
    private sealed interface RunResult {

        record Written(Outcome.Accepted accepted) implements RunResult {}

        /** The client wants to know no more than what the request would change. */
        record OnlyPreviewed(DryRunView preview) implements RunResult {}
    }

    /** What it takes up it gives back before it waits for the read side. */
    private RunResult run(String op, HttpServletRequest http, Map<String, String> path) throws IOException {
        Outcome.Accepted accepted;
        try (WriteLimiter.WritePermit writePermit = limiter.open()) {
            ParsedRequest parsedRequest = parse(op, http, path, writePermit);
            if (parsedRequest.dryRun()) {
                return new RunResult.OnlyPreviewed(dryRunner.of(parsedRequest.request(), Caller.authenticated(http)));
            }
            accepted = submit(parsedRequest.request());
        }
        waitUntilReadable(accepted.position());
        return new RunResult.Written(accepted);
    }

    /** @param dryRun whether the client wants to know no more than what the request would change */
    private record ParsedRequest(Request request, boolean dryRun) {}

    private ParsedRequest parse(
            String op, HttpServletRequest http, Map<String, String> path, WriteLimiter.WritePermit writePermit)
            throws IOException {
        Caller caller = Caller.authenticated(http);
        caller.require(OperationTable.requiredRole(op));
        requireContentType(http, JSON);
        boolean dryRun = QueryParameters.of(http, DRY_RUN).flag(DRY_RUN);
        byte[] body = body(http, writePermit);
        writePermit.startWrite();
        Request request = new Request(
                reviewPolicy.asFiled(
                        OperationTable.readCommand(op, Fields.of(StrictJson.readObject(body), path)), caller),
                caller.actor(),
                RequestIdFilter.requestId(http),
                expectedRevision(http),
                dryRun ? null : idempotency(http, body),
                null);
        return new ParsedRequest(request, dryRun);
    }

    /**
     * What somebody asks for on a page.
     *
     * @param path the ids in the page's address, by the fields that they would be in an import
     * @param revision the revision of the claim that they were looking at
     * @param key names the form, so that whoever sends it twice has done it once
     */
    public record FormRequest(
            String op,
            ObjectNode body,
            Map<String, String> path,
            @Nullable Long revision,
            @Nullable String key) {}

    /** The request that a page makes; it records nothing yet. */
    public Request formRequest(FormRequest formRequest, HttpServletRequest http) {
        Caller caller = Caller.authenticated(http);
        caller.require(OperationTable.requiredRole(formRequest.op()));
        return new Request(
                reviewPolicy.asFiled(
                        OperationTable.readCommand(formRequest.op(), Fields.of(formRequest.body(), formRequest.path())),
                        caller),
                caller.actor(),
                RequestIdFilter.requestId(http),
                formRequest.revision(),
                formRequest.key() == null
                        ? null
                        : idempotency(
                                formRequest.key(),
                                http,
                                formRequest.body().toString().getBytes(StandardCharsets.UTF_8)),
                null);
    }

    /** Carries out what a page asks for; it is on disk, and the next page shows it. */
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
    public ObjectNode readObject(HttpServletRequest http) throws IOException {
        requireContentType(http, JSON);
        try (WriteLimiter.WritePermit writePermit = limiter.open()) {
            return StrictJson.readObject(body(http, writePermit));
        }
    }

    private Outcome.Accepted submit(Request request) {
        return switch (ledger.submit(request)) {
            case Outcome.Accepted it -> it;
            case Outcome.Duplicate it -> it.first();
            case Outcome.NotAccepted it -> throw new Refused(it.refusals());
        };
    }

    private void waitUntilReadable(long position) {
        try {
            readModels.awaitShown(position, READABLE_TIMEOUT);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt(); // it is recorded all the same, and answered as such
        }
    }

    private static ResponseEntity.BodyBuilder answer(HttpStatus status, Outcome.Accepted accepted) {
        return ResponseEntity.status(status)
                .eTag("\"" + accepted.revision() + "-" + accepted.position() + "\"")
                .header(LEDGER_POSITION, Long.toString(accepted.position()));
    }

    private static Map<String, Object> body(Outcome.Accepted accepted, @Nullable String made) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("id", accepted.id());
        body.put("revision", accepted.revision());
        body.put("position", accepted.position());
        body.put("recordedAt", Rfc3339.format(accepted.recordedAt()));
        if (made != null && accepted.createdId() != null) {
            body.put(made, accepted.createdId());
        }
        return body;
    }

    /** A body is what its header says it is; anything else is refused before it is read. */
    public static void requireContentType(HttpServletRequest http, String expected) {
        String type = http.getContentType();
        if (type == null || !type.split(";", 2)[0].strip().equalsIgnoreCase(expected)) {
            throw Refused.because(
                    RefusalCode.UNSUPPORTED_MEDIA_TYPE, "The body needs the header Content-Type: " + expected);
        }
    }

    /** {@code If-Match} reads the first part of a claim's ETag, so that a change of nothing but its sources passes. */
    private static @Nullable Long expectedRevision(HttpServletRequest http) {
        String given = http.getHeader(HttpHeaders.IF_MATCH);
        if (given == null || given.strip().equals("*")) {
            return null;
        }
        Matcher tag = ETAG.matcher(given.strip());
        if (!tag.matches()) {
            throw Refused.because(
                    RefusalCode.INVALID_HEADER, "If-Match is the ETag of a claim, as in \"3-41\", quotes included");
        }
        return Long.parseLong(tag.group(1));
    }

    private static Request.@Nullable Idempotency idempotency(HttpServletRequest http, byte[] body) {
        String key = http.getHeader(IDEMPOTENCY_KEY);
        return key == null ? null : idempotency(key, http, body);
    }

    private static Request.Idempotency idempotency(String key, HttpServletRequest http, byte[] body) {
        if (key.isBlank() || key.length() > MAX_KEY_LENGTH || !key.chars().allMatch(c -> c >= ' ' && c <= '~')) {
            throw Refused.because(
                    RefusalCode.INVALID_HEADER,
                    "An Idempotency-Key has 1 to " + MAX_KEY_LENGTH + " printable characters");
        }
        MessageDigest digest = Sha256.newDigest();
        digest.update(http.getRequestURI().getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
        return new Request.Idempotency(key, HexFormat.of().formatHex(digest.digest(body)));
    }
}
