package org.claimsledger.api.operation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import org.claimsledger.api.security.Caller;
import org.claimsledger.api.security.ReviewPolicy;
import org.claimsledger.command.LedgerCommand;
import org.claimsledger.ledger.Ledger;
import org.claimsledger.ledger.Outcome;
import org.claimsledger.ledger.Request;
import org.claimsledger.value.Refusal;
import org.claimsledger.value.RefusalCode;
import org.claimsledger.value.Refused;
import org.claimsledger.value.Sha256;
import org.claimsledger.value.TextRules;
import org.erdtman.jcs.JsonCanonicalizer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Carries out a file of operations in the order of its lines; each line is decided on top of those before it. Lines are
 * recorded in groups, with one wait for the disk per group. A line that was accepted before is a duplicate. A line that is
 * refused changes nothing, and is tried again when the file is sent again.
 */
public final class ImportRun {

    /** The field of a line that names its operation. */
    public static final String OP = "op";
    /** The field of a line with the line's own key. */
    public static final String IMPORT_KEY = "importKey";

    private static final int GROUP_SIZE = 500;
    private static final int GROUP_BYTES = 4 << 20;
    private static final int MAX_KEY_LENGTH = 200;

    private final Ledger ledger;
    private final Caller caller;
    private final BooleanSupplier stillAdmitted;
    private final String requestId;
    private final ReviewPolicy reviewPolicy;
    private final ImportLineKeys lineKeys = new ImportLineKeys();

    /** Receives the result of each line, in the order of the lines. */
    public interface ResultListener {
        void onResult(ImportLineResult result) throws IOException;
    }

    /** An import whose claims do not wait for review. */
    public ImportRun(Ledger ledger, Caller caller, String requestId) {
        this(ledger, caller, () -> true, requestId, ReviewPolicy.OFF);
    }

    /**
     * @param caller the actor of all events; a line that the caller's role does not allow is refused
     * @param stillAdmitted whether the caller's token is still valid, because a file can take longer than a token lasts
     * @param reviewPolicy whether the caller's filings wait for an editor
     */
    public ImportRun(
            Ledger ledger, Caller caller, BooleanSupplier stillAdmitted, String requestId, ReviewPolicy reviewPolicy) {
        this.ledger = ledger;
        this.caller = caller;
        this.stillAdmitted = stillAdmitted;
        this.requestId = requestId;
        this.reviewPolicy = reviewPolicy;
    }

    /**
     * Reads the file to its end. If the stream breaks off, all complete lines before that are carried out. The next group is
     * read while one is recorded.
     */
    public void run(InputStream file, ResultListener resultListener) throws IOException {
        ImportLineReader lines = new ImportLineReader(file);
        try (ExecutorService recorder = Executors.newSingleThreadExecutor()) {
            LineGroup recording = null;
            boolean more = true;
            IOException brokenOff = null;
            while (more) {
                LineGroup next = new LineGroup();
                try {
                    more = next.fill(lines);
                } catch (IOException broken) {
                    brokenOff = broken;
                    more = false;
                }
                if (recording != null) {
                    recording.report(resultListener);
                }
                next.record(recorder);
                recording = next;
            }
            if (recording != null) {
                recording.report(resultListener);
            }
            if (brokenOff != null) {
                throw brokenOff;
            }
        }
    }

    /** Lines that are recorded together. */
    private final class LineGroup {

        private final List<Long> numbers = new ArrayList<>();
        private final Map<Long, List<Refusal>> refusalsByLine = new HashMap<>();
        private final List<Request> requests = new ArrayList<>();
        private @Nullable Future<List<Outcome>> outcomes;

        /** Reads until the group is full; false at the end of the file. */
        boolean fill(ImportLineReader lines) throws IOException {
            int bytes = 0;
            while (numbers.size() < GROUP_SIZE && bytes < GROUP_BYTES) {
                ImportLineReader.ImportLine line = lines.next();
                if (line == null) {
                    return false;
                }
                if (!line.isBlank()) {
                    bytes += add(line);
                }
            }
            return true;
        }

        private int add(ImportLineReader.ImportLine line) {
            numbers.add(line.number());
            try {
                requests.add(request(line));
            } catch (Refused unreadable) {
                refusalsByLine.put(line.number(), unreadable.refusals());
            }
            return line.bytes() == null ? 0 : line.bytes().length;
        }

        void record(ExecutorService recorder) {
            if (!stillAdmitted.getAsBoolean()) {
                requests.clear();
                numbers.forEach(number ->
                        refusalsByLine.putIfAbsent(number, Caller.unauthorized().refusals()));
            }
            outcomes = requests.isEmpty() ? null : recorder.submit(() -> ledger.submit(requests));
        }

        /** Waits until the group is recorded, and reports the result of each line. */
        void report(ResultListener resultListener) throws IOException {
            Iterator<Outcome> recorded = awaitOutcomes().iterator();
            for (long number : numbers) {
                List<Refusal> refusals = refusalsByLine.get(number);
                resultListener.onResult(
                        refusals == null
                                ? ImportLineResult.of(number, recorded.next())
                                : ImportLineResult.refused(number, refusals));
            }
        }

        private List<Outcome> awaitOutcomes() {
            if (outcomes == null) {
                return List.of();
            }
            try {
                return outcomes.get();
            } catch (ExecutionException failed) {
                throw failed.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failed);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("The import was interrupted", interrupted);
            }
        }
    }

    private Request request(ImportLineReader.ImportLine line) {
        byte[] bytes = line.bytes();
        if (bytes == null) {
            throw Refused.because(RefusalCode.BODY_TOO_LARGE, "A line has at most " + StrictJson.MAX_BYTES + " bytes");
        }
        ObjectNode object = StrictJson.readObject(bytes);
        String op = text(object, OP);
        String key = object.hasNonNull(IMPORT_KEY) ? text(object, IMPORT_KEY) : lineKeys.keyOf(bytes);
        object.remove(List.of(OP, IMPORT_KEY));
        Operation operation = OperationTable.operation(op);
        caller.require(operation.requiredRole(), "/" + OP);
        LedgerCommand command = reviewPolicy.asFiled(operation.reader().apply(Fields.of(object)), caller);
        return Request.line(caller.actor(), requestId, command, key);
    }

    private static String text(ObjectNode object, String field) {
        var node = object.get(field);
        if (node == null) {
            throw Refused.because(RefusalCode.FIELD_MISSING, "/" + field, "The field is required");
        }
        try {
            return TextRules.line(Fields.string(node), MAX_KEY_LENGTH);
        } catch (Refused refused) {
            throw new Refused(refused.refusals().stream()
                    .map((Refusal refusal) -> refusal.under("/" + field))
                    .toList());
        }
    }

    /**
     * Makes keys for the lines of one file that have none: the digest of a line's canonical JSON, and the number of times that
     * the line stood in the file so far. One file therefore always has the same keys, and a line that is repeated on purpose is
     * not lost.
     */
    private static final class ImportLineKeys {

        private final Map<ByteBuffer, Integer> occurrences = new HashMap<>();

        String keyOf(byte[] line) {
            byte[] digest = Sha256.newDigest().digest(canonical(line));
            int occurrence = occurrences.merge(ByteBuffer.wrap(digest), 1, Integer::sum);
            return "sha256:" + Base64.getUrlEncoder().withoutPadding().encodeToString(digest) + ":" + occurrence;
        }

        /** The canonical JSON of the line, or the line itself if it has none. */
        private static byte[] canonical(byte[] line) {
            try {
                return new JsonCanonicalizer(new String(line, StandardCharsets.UTF_8)).getEncodedUTF8();
            } catch (IOException notCanonical) {
                return line;
            }
        }
    }
}
