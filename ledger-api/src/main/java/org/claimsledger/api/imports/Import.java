package org.claimsledger.api.imports;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.claimsledger.api.body.Commands;
import org.claimsledger.api.body.Fields;
import org.claimsledger.api.body.Json;
import org.claimsledger.ledger.Ledger;
import org.claimsledger.ledger.Outcome;
import org.claimsledger.ledger.Request;
import org.claimsledger.value.LedgerCommand;
import org.claimsledger.value.Refusal;
import org.claimsledger.value.RefusalCode;
import org.claimsledger.value.Refused;
import org.claimsledger.value.Texts;
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
    private final String actor;
    private final String requestId;
    private final LineKey keys = new LineKey();

    /** Hears what became of each line, in their order. */
    public interface Listener {
        void heard(LineResult result) throws IOException;
    }

    public Import(Ledger ledger, String actor, String requestId) {
        this.ledger = ledger;
        this.actor = actor;
        this.requestId = requestId;
    }

    /** Reads to the end. Where the stream breaks off, all whole lines before that were carried out. */
    public void run(InputStream file, Listener listener) throws IOException {
        Lines lines = new Lines(file);
        List<Lines.Line> group = new ArrayList<>();
        int bytes = 0;
        IOException brokenOff = null;
        boolean more = true;
        while (more) {
            Lines.Line line = null;
            try {
                line = lines.next();
            } catch (IOException broken) {
                brokenOff = broken;
            }
            more = line != null;
            if (line != null && !line.isBlank()) {
                group.add(line);
                bytes += line.bytes() == null ? 0 : line.bytes().length;
            }
            if (!group.isEmpty() && (!more || group.size() == GROUP || bytes > GROUP_BYTES)) {
                carryOut(group, listener);
                group.clear();
                bytes = 0;
            }
        }
        if (brokenOff != null) {
            throw brokenOff;
        }
    }

    private void carryOut(List<Lines.Line> group, Listener listener) throws IOException {
        Map<Long, LineResult> results = new HashMap<>();
        List<Request> requests = new ArrayList<>();
        List<Long> numbers = new ArrayList<>();
        for (Lines.Line line : group) {
            try {
                requests.add(request(line));
                numbers.add(line.number());
            } catch (Refused refused) {
                results.put(line.number(), LineResult.refused(line.number(), refused.refusals()));
            }
        }
        List<Outcome> outcomes = requests.isEmpty() ? List.of() : ledger.submit(requests);
        for (int i = 0; i < outcomes.size(); i++) {
            results.put(numbers.get(i), LineResult.of(numbers.get(i), outcomes.get(i)));
        }
        for (Lines.Line line : group) {
            LineResult result = results.get(line.number());
            if (result != null) {
                listener.heard(result);
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
        String key = object.has(IMPORT_KEY) ? text(object, IMPORT_KEY) : keys.of(bytes);
        object.remove(List.of(OP, IMPORT_KEY));
        LedgerCommand command = Commands.read(op, Fields.of(object));
        return Request.line(actor, requestId, command, key);
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
