package org.claimsledger.api.body;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.claimsledger.api.dryrun.DryRuns;
import org.claimsledger.api.dryrun.WouldChangeView;
import org.claimsledger.api.limit.WriteDoor;
import org.claimsledger.api.security.Caller;
import org.claimsledger.api.security.RequestNames;
import org.claimsledger.api.security.ReviewGate;
import org.claimsledger.api.viewpoint.Query;
import org.claimsledger.ledger.Ledger;
import org.claimsledger.ledger.Outcome;
import org.claimsledger.ledger.Request;
import org.claimsledger.ledger.Times;
import org.claimsledger.projection.Projections;
import org.claimsledger.value.RefusalCode;
import org.claimsledger.value.Refused;
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
public final class Writes {

    /** Where in the ledger the answered write stands. */
    public static final String LEDGER_POSITION = "Ledger-Position";

    /** The client may send the request again under the same key. */
    public static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private static final String JSON = "application/json";

    /** The client wants to know no more than what the write would change. */
    private static final String DRY_RUN = "dryRun";

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Pattern TAG = Pattern.compile("\"(\\d{1,18})(?:-\\d{1,18})?\"");
    private static final int LONGEST_KEY = 200;

    private final Ledger ledger;
    private final Projections projections;
    private final DryRuns dryRuns;
    private final ReviewGate gate;
    private final WriteDoor door;

    public Writes(Ledger ledger, Projections projections, DryRuns dryRuns, ReviewGate gate, WriteDoor door) {
        this.door = door;
        this.ledger = ledger;
        this.projections = projections;
        this.dryRuns = dryRuns;
        this.gate = gate;
    }

    /** Makes something new, or says what that would change. */
    public ResponseEntity<Object> create(String op, HttpServletRequest http, String collection) throws IOException {
        return create(op, http, collection, id -> id);
    }

    /** @param shown by what name whoever asked for the new thing can read it */
    public ResponseEntity<Object> create(
            String op, HttpServletRequest http, String collection, UnaryOperator<String> shown) throws IOException {
        return switch (carryOut(op, http, Map.of())) {
            case Carried.Out(Outcome.Accepted accepted) ->
                answer(HttpStatus.CREATED, accepted)
                        .location(URI.create(collection + "/" + shown.apply(accepted.id())))
                        .body(body(accepted, null));
            case Carried.Not(WouldChangeView would) -> ResponseEntity.ok(would);
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
        return switch (carryOut(op, http, path)) {
            case Carried.Out(Outcome.Accepted accepted) ->
                answer(HttpStatus.OK, accepted).body(body(accepted, made));
            case Carried.Not(WouldChangeView would) -> ResponseEntity.ok(would);
        };
    }

    /** What became of a body. */
    private sealed interface Carried {

        record Out(Outcome.Accepted accepted) implements Carried {}

        /** The client wants to know no more than what the request would change. */
        record Not(WouldChangeView would) implements Carried {}
    }

    /** What it takes up it gives back before it waits for the read side. */
    private Carried carryOut(String op, HttpServletRequest http, Map<String, String> path) throws IOException {
        Outcome.Accepted accepted;
        try (WriteDoor.Visit visit = door.visit()) {
            Sent sent = read(op, http, path, visit);
            if (sent.dryRun()) {
                return new Carried.Not(dryRuns.of(sent.request(), Caller.known(http)));
            }
            accepted = submit(sent.request());
        }
        waitUntilReadable(accepted.position());
        return new Carried.Out(accepted);
    }

    /** @param dryRun whether the client wants to know no more than what the request would change */
    private record Sent(Request request, boolean dryRun) {}

    private Sent read(String op, HttpServletRequest http, Map<String, String> path, WriteDoor.Visit visit)
            throws IOException {
        Caller caller = Caller.known(http);
        caller.require(Commands.needs(op));
        requireType(http, JSON);
        boolean dryRun = Query.of(http, DRY_RUN).flag(DRY_RUN);
        byte[] body = body(http, visit);
        visit.takeTurn();
        Request request = new Request(
                gate.admitted(Commands.read(op, Fields.of(Json.object(body), path)), caller),
                caller.actor(),
                RequestNames.of(http),
                expectedRevision(http),
                dryRun ? null : idempotency(http, body),
                null);
        return new Sent(request, dryRun);
    }

    /**
     * What somebody asks for on a page.
     *
     * @param path the ids in the page's address, by the fields that they would be in an import
     * @param revision the revision of the claim that they were looking at
     * @param key names the form, so that whoever sends it twice has done it once
     */
    public record Asked(
            String op,
            ObjectNode body,
            Map<String, String> path,
            @Nullable Long revision,
            @Nullable String key) {}

    /** The request that a page makes; it records nothing yet. */
    public Request request(Asked asked, HttpServletRequest http) {
        Caller caller = Caller.known(http);
        caller.require(Commands.needs(asked.op()));
        return new Request(
                gate.admitted(Commands.read(asked.op(), Fields.of(asked.body(), asked.path())), caller),
                caller.actor(),
                RequestNames.of(http),
                asked.revision(),
                asked.key() == null
                        ? null
                        : idempotency(asked.key(), http, asked.body().toString().getBytes(StandardCharsets.UTF_8)),
                null);
    }

    /** Carries out what a page asks for; it is on disk, and the next page shows it. */
    public Outcome.Accepted record(Request request) {
        Outcome.Accepted accepted;
        try (WriteDoor.Visit visit = door.visit()) {
            visit.takeTurn();
            accepted = submit(request);
        }
        waitUntilReadable(accepted.position());
        return accepted;
    }

    private static byte[] body(HttpServletRequest http, WriteDoor.Visit visit) throws IOException {
        byte[] body = visit.body(http, Json.LONGEST);
        if (body.length > Json.LONGEST) {
            throw Refused.because(RefusalCode.BODY_TOO_LARGE, "A body has at most " + Json.LONGEST + " bytes");
        }
        return body;
    }

    /** The body of a call that carries no command. */
    public ObjectNode object(HttpServletRequest http) throws IOException {
        requireType(http, JSON);
        try (WriteDoor.Visit visit = door.visit()) {
            return Json.object(body(http, visit));
        }
    }

    private Outcome.Accepted submit(Request request) {
        return switch (ledger.submit(request)) {
            case Outcome.Accepted it -> it;
            case Outcome.Duplicate it -> it.first();
            case Outcome.Refused it -> throw new Refused(it.refusals());
        };
    }

    private void waitUntilReadable(long position) {
        try {
            projections.awaitShown(position, PATIENCE);
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
        body.put("recordedAt", Times.text(accepted.recordedAt()));
        if (made != null && accepted.made() != null) {
            body.put(made, accepted.made());
        }
        return body;
    }

    /** A body is what its header says it is; anything else is refused before it is read. */
    public static void requireType(HttpServletRequest http, String expected) {
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
        Matcher tag = TAG.matcher(given.strip());
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
        if (key.isBlank() || key.length() > LONGEST_KEY || !key.chars().allMatch(c -> c >= ' ' && c <= '~')) {
            throw Refused.because(
                    RefusalCode.INVALID_HEADER, "An Idempotency-Key has 1 to " + LONGEST_KEY + " printable characters");
        }
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(http.getRequestURI().getBytes(StandardCharsets.UTF_8));
            digest.update((byte) '\n');
            return new Request.Idempotency(key, HexFormat.of().formatHex(digest.digest(body)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
