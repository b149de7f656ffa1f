package org.claimsledger.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.claimsledger.api.imports.LineResult;
import org.claimsledger.api.imports.LineResult.Status;
import org.claimsledger.value.Refusal;

/** What became of an import, in a few lines: how many of each, and the first refusals with their reasons. */
final class Summary {

    private static final int SHOWN = 10;

    private final PrintWriter out;
    private final Map<Status, Long> counts = new EnumMap<>(Status.class);
    private final List<String> refused = new ArrayList<>();

    Summary(PrintWriter out) {
        this.out = out;
    }

    void add(LineResult result) {
        Refusal first = result.refusals().isEmpty() ? null : result.refusals().getFirst();
        add(
                result.line(),
                result.status(),
                first == null ? "" : first.code().code(),
                first == null ? "" : first.pointer(),
                first == null ? "" : first.detail() + ".");
    }

    void add(long line, Status status, String code, String pointer, String detail) {
        counts.merge(status, 1L, Long::sum);
        if (status == Status.REFUSED && refused.size() < SHOWN) {
            refused.add(Terminal.line(
                    "  line " + line + ": " + code + (pointer.isEmpty() ? "" : " at " + pointer) + ": " + detail));
        }
    }

    boolean anyRefused() {
        return counts.containsKey(Status.REFUSED);
    }

    void print() {
        out.println(count(Status.ACCEPTED) + " accepted, " + count(Status.DUPLICATE) + " duplicates, "
                + count(Status.REFUSED) + " refused.");
        if (!refused.isEmpty()) {
            out.println(count(Status.REFUSED) > SHOWN ? "The first " + SHOWN + " that were refused:" : "Refused:");
            refused.forEach(out::println);
        }
        out.flush();
    }

    private long count(Status status) {
        return counts.getOrDefault(status, 0L);
    }
}
