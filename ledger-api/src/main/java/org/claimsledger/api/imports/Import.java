package org.claimsledger.api.imports;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import org.claimsledger.api.body.Commands;
import org.claimsledger.api.body.Fields;
import org.claimsledger.api.body.Json;
import org.claimsledger.api.security.Caller;
import org.claimsledger.api.security.ReviewGate;
import org.claimsledger.ledger.Ledger;
import org.claimsledger.ledger.Outcome;
import org.claimsledger.ledger.Request;
import org.claimsledger.value.LedgerCommand;
import org.claimsledger.value.Refusal;
import org.claimsledger.value.RefusalCode;
import org.claimsledger.value.Refused;
import org.claimsledger.value.Texts;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Carries a file of commands out, line by line and in order, each line seeing what came of those before it. Lines are
 * recorded in groups, so that the disk is waited for once a group; a line that was accepted before is a duplicate, a line
 * that is refused changes nothing and is tried again when the file is sent again.
 */
public final class Import {

    /** The field of a line that names its command. */
    public static final String OP = "op";
    /** The field of a line that names the line itself. */
    public static final String IMPORT_KEY = "importKey";

    private static final int GROUP = 500;
    private static final int GROUP_BYTES = 4 << 20;
    private static final int LONGEST_KEY = 200;

    private final Ledger ledger;
    private final Caller caller;
    private final BooleanSupplier stillIn;
    private final String requestId;
    private final ReviewGate gate;
    private final LineKey keys = new LineKey();

    /** Hears what became of each line, in their order. */
    public interface Listener {
        void heard(LineResult result) throws IOException;
    }

    /** An import of which nothing waits for an editor. */
    public Import(Ledger ledger, Caller caller, String requestId) {
        this(ledger, caller, () -> true, requestId, ReviewGate.OFF);
    }

    /**
     * @param caller who is recorded as having done it; a line that their role does not allow is refused
     * @param stillIn whether they still may be in: a file can take longer than a token is taken
     * @param gate whether what they file waits for an editor
     */
    public Import(Ledger ledger, Caller caller, BooleanSupplier stillIn, String requestId, ReviewGate gate) {
        this.ledger = ledger;
        this.caller = caller;
        this.stillIn = stillIn;
        this.requestId = requestId;
        this.gate = gate;
    }

    /**
     * Reads to the end. Where the stream breaks off, all whole lines before that were carried out. While a group is being
     * recorded, the next one is read.
     */
    public void run(InputStream file, Listener listener) throws IOException {
        Lines lines = new Lines(file);
        try (ExecutorService recorder = Executors.newSingleThreadExecutor()) {
            Group recording = null;
            boolean more = true;
            IOException brokenOff = null;
            while (more) {
                Group next = new Group();
                try {
                    more = next.fill(lines);
                } catch (IOException broken) {
                    brokenOff = broken;
                    more = false;
                }
                if (recording != null) {
                    recording.report(listener);
                }
                next.record(recorder);
                recording = next;
            }
            if (recording != null) {
                recording.report(listener);
            }
            if (brokenOff != null) {
                throw brokenOff;
            }
        }
    }

    /** Lines that are recorded together. */
    private final class Group {

        private final List<Long> numbers = new ArrayList<>();
        private final Map<Long, List<Refusal>> refused = new HashMap<>();
        private final List<Request> requests = new ArrayList<>();
        private @Nullable Future<List<Outcome>> outcomes;

        /** Reads until the group is full; false at the end of the file. */
        boolean fill(Lines lines) throws IOException {
            int bytes = 0;
            while (numbers.size() < GROUP && bytes < GROUP_BYTES) {
                Lines.Line line = lines.next();
                if (line == null) {
                    return false;
                }
                if (!line.isBlank()) {
                    bytes += add(line);
                }
            }
            return true;
        }

        private int add(Lines.Line line) {
            numbers.add(line.number());
            try {
                requests.add(request(line));
            } catch (Refused unreadable) {
                refused.put(line.number(), unreadable.refusals());
            }
            return line.bytes() == null ? 0 : line.bytes().length;
        }

        void record(ExecutorService recorder) {
            if (!stillIn.getAsBoolean()) {
                requests.clear();
                numbers.forEach(number ->
                        refused.putIfAbsent(number, Caller.unauthorized().refusals()));
            }
            outcomes = requests.isEmpty() ? null : recorder.submit(() -> ledger.submit(requests));
        }

        /** Waits until the group is recorded, and says what became of each line. */
        void report(Listener listener) throws IOException {
            Iterator<Outcome> recorded = recorded().iterator();
            for (long number : numbers) {
                List<Refusal> refusals = refused.get(number);
                listener.heard(
                        refusals == null
                                ? LineResult.of(number, recorded.next())
                                : LineResult.refused(number, refusals));
            }
        }

        private List<Outcome> recorded() {
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

    private Request request(Lines.Line line) {
        byte[] bytes = line.bytes();
        if (bytes == null) {
            throw Refused.because(RefusalCode.BODY_TOO_LARGE, "A line has at most " + Json.LONGEST + " bytes");
        }
        ObjectNode object = Json.object(bytes);
        String op = text(object, OP);
        String key = object.hasNonNull(IMPORT_KEY) ? text(object, IMPORT_KEY) : keys.of(bytes);
        object.remove(List.of(OP, IMPORT_KEY));
        caller.require(Commands.needs(op), "/" + OP);
        LedgerCommand command = gate.admitted(Commands.read(op, Fields.of(object)), caller);
        return Request.line(caller.actor(), requestId, command, key);
    }

    private static String text(ObjectNode object, String field) {
        var node = object.get(field);
        if (node == null) {
            throw Refused.because(RefusalCode.FIELD_MISSING, "/" + field, "The field is required");
        }
        try {
            return Texts.line(Fields.string(node), LONGEST_KEY);
        } catch (Refused refused) {
            throw new Refused(refused.refusals().stream()
                    .map((Refusal refusal) -> refusal.under("/" + field))
                    .toList());
        }
    }
}
