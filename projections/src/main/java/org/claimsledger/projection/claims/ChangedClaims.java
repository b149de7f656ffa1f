package org.claimsledger.projection.claims;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.claimsledger.projection.claims.ClaimQueries.ClaimChange;
import org.claimsledger.projection.table.Page;
import org.claimsledger.projection.table.TableSession;
import org.jspecify.annotations.Nullable;

/** Finds the claims that have different versions at two viewpoints. */
final class ChangedClaims {

    /** The number of positions that one query covers. */
    private static final long SPAN = 100_000;

    /** The most positions that one page may cover, however few claims changed. */
    private static final long MAX_POSITIONS = 500_000;

    private static final String CHANGED = """
        select claim_no
        from claim_version
        where claim_no > ? and claim_no <= ?
            and (\
        """ + VersionRow.AT_VIEWPOINT + ") <> (" + VersionRow.AT_VIEWPOINT + """
        )
        group by claim_no
        order by claim_no
        limit ?
        """;

    private record ChangedVersion(
            long claimNo,
            @Nullable VersionRow before,
            @Nullable VersionRow after) {}

    private final TableSession tableSession;
    private final BitemporalPoint from;
    private final BitemporalPoint to;
    private final ClaimReader readerBefore;
    private final ClaimReader readerAfter;

    ChangedClaims(TableSession tableSession, ClaimReader before, ClaimReader after) {
        this.tableSession = tableSession;
        this.from = before.viewpoint();
        this.to = after.viewpoint();
        this.readerBefore = before;
        this.readerAfter = after;
    }

    Page<ClaimChange> page(long begin, int limit) throws SQLException {
        long end = Math.max(from.asOf(), to.asOf());
        List<ChangedVersion> items = new ArrayList<>();
        long last = begin;
        while (last < end) {
            if (last - begin >= MAX_POSITIONS) {
                return new Page<>(claims(items), last);
            }
            long upTo = Math.min(last + SPAN, end);
            List<Long> candidates = changed(last, upTo, limit + 1);
            Map<Long, VersionRow> versionsBefore = readerBefore.versions(candidates);
            Map<Long, VersionRow> versionsAfter = readerAfter.versions(candidates);
            for (long claimNo : candidates) {
                ChangedVersion change =
                        new ChangedVersion(claimNo, versionsBefore.get(claimNo), versionsAfter.get(claimNo));
                boolean differs = differ(change);
                if (differs && items.size() == limit) {
                    return new Page<>(claims(items), last);
                }
                last = claimNo;
                if (differs) {
                    items.add(change);
                }
            }
            last = candidates.size() > limit ? last : upTo;
        }
        return new Page<>(claims(items), null);
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
                        fromBy,
                        from.asOf(),
                        from.asOf(),
                        toBy,
                        toBy,
                        to.asOf(),
                        to.asOf(),
                        count)
                .executeQuery()) {
            while (row.next()) {
                changed.add(row.getLong(1));
            }
        }
        return changed;
    }

    /** False where both versions have the same content, or there is neither. */
    private static boolean differ(ChangedVersion change) {
        VersionRow before = change.before();
        VersionRow after = change.after();
        return before == null ? after != null : after == null || !before.hasSameContent(after);
    }

    private List<ClaimChange> claims(List<ChangedVersion> changes) throws SQLException {
        Map<Long, ClaimAt> claimsBefore = claims(readerBefore, changes.stream().map(ChangedVersion::before));
        Map<Long, ClaimAt> claimsAfter = claims(readerAfter, changes.stream().map(ChangedVersion::after));
        return changes.stream()
                .map(it -> new ClaimChange(it.claimNo(), claimsBefore.get(it.claimNo()), claimsAfter.get(it.claimNo())))
                .toList();
    }

    private static Map<Long, ClaimAt> claims(ClaimReader reader, Stream<@Nullable VersionRow> versions)
            throws SQLException {
        Map<Long, ClaimAt> claims = new HashMap<>();
        for (ClaimAt claim : reader.claims(versions.filter(Objects::nonNull).toList())) {
            claims.put(claim.claimNo(), claim);
        }
        return claims;
    }
}
