package org.claimsledger.desk.compare;

import java.util.List;
import java.util.Objects;
import org.claimsledger.bestknown.ClaimState;
import org.claimsledger.desk.claim.ClaimListRows;
import org.claimsledger.desk.claim.ClaimListRows.ClaimListRow;
import org.claimsledger.desk.page.PageViewpoint;
import org.claimsledger.desk.words.ChangeWords;
import org.claimsledger.desk.words.ChangeWords.ChangeRow;
import org.claimsledger.desk.words.Links;
import org.claimsledger.desk.words.NameLookup;
import org.claimsledger.desk.words.ValueWords;
import org.claimsledger.desk.words.WordDifference;
import org.claimsledger.desk.words.WordDifference.Segment;
import org.claimsledger.projection.audit.ClaimDiff;
import org.claimsledger.projection.claims.ClaimAt;
import org.claimsledger.projection.registry.Registry;
import org.jspecify.annotations.Nullable;

/** Compares claims from two viewpoints. */
final class ClaimComparisons {

    private final ClaimListRows from;
    private final ClaimListRows to;
    private final NameLookup names;
    private final ValueWords values;

    ClaimComparisons(Registry registry, PageViewpoint from, PageViewpoint to) {
        Links linksTo = new Links(to.requested());
        Links linksFrom = new Links(from.requested());
        this.names = new NameLookup(registry, Math.max(from.position(), to.position()), linksTo);
        this.values = new ValueWords(names, linksTo);
        this.from = new ClaimListRows(
                new NameLookup(registry, from.position(), linksFrom),
                linksFrom,
                from.resolved().day());
        this.to = new ClaimListRows(
                new NameLookup(registry, to.position(), linksTo),
                linksTo,
                to.resolved().day());
    }

    /**
     * A claim from both viewpoints.
     *
     * @param before absent where the claim is not there from the first viewpoint
     * @param after absent where it is not there from the second
     * @param statement the sentence with its differences marked; empty unless both have one
     * @param changes the other differences
     */
    public record ClaimComparison(
            @Nullable ClaimListRow before,
            @Nullable ClaimListRow after,
            List<Segment> statement,
            List<ChangeRow> changes) {

        /** The claim from the second viewpoint, or from the first where it is only there. */
        public ClaimListRow line() {
            return Objects.requireNonNull(after == null ? before : after);
        }

        public boolean isAlike() {
            return changes.isEmpty() && statement.size() < 2;
        }
    }

    ClaimComparison of(@Nullable ClaimAt before, @Nullable ClaimAt after) {
        ClaimListRow first = before == null ? null : from.of(before.state());
        ClaimListRow second = after == null ? null : to.of(after.state());
        return new ClaimComparison(
                first,
                second,
                statement(first, second),
                before == null || after == null ? List.of() : changes(before.state(), after.state()));
    }

    private static List<Segment> statement(@Nullable ClaimListRow before, @Nullable ClaimListRow after) {
        String old = before == null ? null : before.statement();
        String now = after == null ? null : after.statement();
        return old == null || now == null ? List.of() : WordDifference.between(old, now);
    }

    private List<ChangeRow> changes(ClaimState before, ClaimState after) {
        ChangeWords words =
                new ChangeWords(names, values, after.claim().content().predicate());
        return words.of(ClaimDiff.between(before, after).stream()
                .filter(it -> !it.path().equals("/statement"))
                .toList());
    }
}
