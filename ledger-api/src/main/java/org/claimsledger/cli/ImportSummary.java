package org.claimsledger.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.claimsledger.api.operation.ImportLineResult;
import org.claimsledger.api.operation.ImportLineResult.LineStatus;
import org.claimsledger.value.Refusal;

/** The outcome of an import: how many lines were accepted, duplicates or refused, and the first refusals. */
final class ImportSummary {

    private static final int MAX_REFUSALS_SHOWN = 10;

    private final PrintWriter out;
    private final Map<LineStatus, Long> counts = new EnumMap<>(LineStatus.class);
    private final List<String> refusalLines = new ArrayList<>();

    ImportSummary(PrintWriter out) {
        this.out = out;
    }

    void add(ImportLineResult result) {
        Refusal first = result.refusals().isEmpty() ? null : result.refusals().getFirst();
        add(
                result.line(),
                result.status(),
                first == null ? "" : first.code().code(),
                first == null ? "" : first.pointer(),
                first == null ? "" : first.detail() + ".");
    }

    void add(long line, LineStatus lineStatus, String code, String pointer, String detail) {
        counts.merge(lineStatus, 1L, Long::sum);
        if (lineStatus == LineStatus.REFUSED && refusalLines.size() < MAX_REFUSALS_SHOWN) {
            refusalLines.add(TerminalWriter.escapedLine(
                    "  line " + line + ": " + code + (pointer.isEmpty() ? "" : " at " + pointer) + ": " + detail));
        }
    }

    boolean anyRefused() {
        return counts.containsKey(LineStatus.REFUSED);
    }

    void print() {
        out.println(count(LineStatus.ACCEPTED) + " accepted, " + count(LineStatus.DUPLICATE) + " duplicates, "
                + count(LineStatus.REFUSED) + " refused.");
        if (!refusalLines.isEmpty()) {
            out.println(
                    count(LineStatus.REFUSED) > MAX_REFUSALS_SHOWN
                            ? "The first " + MAX_REFUSALS_SHOWN + " that were refused:"
                            : "Refused:");
            refusalLines.forEach(out::println);
        }
        out.flush();
    }

    private long count(LineStatus lineStatus) {
        return counts.getOrDefault(lineStatus, 0L);
    }
}
