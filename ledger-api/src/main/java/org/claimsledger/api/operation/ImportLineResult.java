package org.claimsledger.api.operation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.claimsledger.api.problem.Problems;
import org.claimsledger.ledger.Outcome;
import org.claimsledger.value.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * The result of one line.
 *
 * @param id the id of what the line made or changed; absent where it was refused
 * @param position the position of the line's last event, recorded now or when the line was first accepted
 */
public record ImportLineResult(
        long line,
        LineStatus status,
        @Nullable String id,
        @Nullable Long position,
        List<Refusal> refusals) {

    /** The possible results of a line. */
    public enum LineStatus {
        ACCEPTED,
        DUPLICATE,
        REFUSED;

        public String spelled() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static ImportLineResult of(long line, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Accepted accepted ->
                new ImportLineResult(line, LineStatus.ACCEPTED, accepted.id(), accepted.position(), List.of());
            case Outcome.Duplicate duplicate ->
                new ImportLineResult(
                        line,
                        LineStatus.DUPLICATE,
                        duplicate.first().id(),
                        duplicate.first().position(),
                        List.of());
            case Outcome.NotAccepted refused -> refused(line, refused.refusals());
        };
    }

    static ImportLineResult refused(long line, List<Refusal> refusals) {
        return new ImportLineResult(line, LineStatus.REFUSED, null, null, refusals);
    }

    /** The line as the answer writes it. */
    Map<String, Object> entries() {
        Map<String, Object> entries = new LinkedHashMap<>();
        entries.put("line", line);
        entries.put("status", status.spelled());
        if (id != null) {
            entries.put("id", id);
        }
        if (position != null) {
            entries.put("position", position);
        }
        if (!refusals.isEmpty()) {
            entries.put("problem", Problems.entries(refusals));
        }
        return entries;
    }
}
