package org.claimsledger.projection.claims;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.claimsledger.projection.table.Page;
import org.claimsledger.projection.table.TableSession;
import org.jspecify.annotations.Nullable;

/** Finds the claims that another rectangle answers for at one moment than at another. */
final class ChangedClaims {

    /** How many positions one query looks at. */
    private static final long SPAN = 100_000;

    /** How many positions one page may look at, whatever it finds. */
    private static final long MAX_POSITIONS = 500_000;

    private static final String CHANGED = """
        select claim_no
        from claim_version
        where claim_no > ? and claim_no <= ?
            and (reported_to > ? and recorded_to > ? and reported_from <= ? and recorded_from <= ?)
                <> (reported_to > ? and recorded_to > ? and reported_from <= ? and recorded_from <= ?)
        group by claim_no
        order by claim_no
        limit ?
        """;

    private final TableSession tableSession;
    private final BitemporalPoint from;
    private final BitemporalPoint to;
    private final ClaimReader before;
    private final ClaimReader after;

    ChangedClaims(
            TableSession tableSession,
            ClaimReader before,
            ClaimReader after,
            BitemporalPoint from,
            BitemporalPoint to) {
        this.tableSession = tableSession;
        this.from = from;
        this.to = to;
        this.before = before;
        this.after = after;
    }

    Page<ClaimChange> page(long begin, int limit) throws SQLException {
        long end = Math.max(from.asOf(), to.asOf());
        List<ClaimChange> items = new ArrayList<>();
        long last = begin;
        while (last < end) {
            if (last - begin >= MAX_POSITIONS) {
                return new Page<>(items, last);
            }
            long upTo = Math.min(last + SPAN, end);
            List<Long> changed = changed(last, upTo, limit + 1);
            for (long claimNo : changed) {
                if (items.size() == limit) {
                    return new Page<>(items, last);
                }
                last = claimNo;
                ClaimChange change = change(claimNo);
                if (change != null) {
                    items.add(change);
                }
            }
            last = changed.size() > limit ? last : upTo;
        }
        return new Page<>(items, null);
    }

    private List<Long> changed(long after, long upTo, int count) throws SQLException {
        List<Long> changed = new ArrayList<>();
        long fromBy = from.publishedByMicros();
        long toBy = to.publishedByMicros();
        try (ResultSet row = tableSession
                .prepare(
                        CHANGED,
                        after,
                        upTo,
                        fromBy,
                        from.asOf(),
                        fromBy,
                        from.asOf(),
                        toBy,
                        to.asOf(),
                        toBy,
                        to.asOf(),
                        count)
                .executeQuery()) {
            while (row.next()) {
                changed.add(row.getLong(1));
            }
        }
        return changed;
    }

    /** Absent where the two rectangles say the same, or neither may be read. */
    private @Nullable ClaimChange change(long claimNo) throws SQLException {
        VersionRow old = before.version(claimNo);
        VersionRow now = after.version(claimNo);
        if (old == null ? now == null : now != null && old.hasSameContent(now)) {
            return null;
        }
        return new ClaimChange(claimNo, old == null ? null : before.claim(old), now == null ? null : after.claim(now));
    }
}
