package org.claimsledger.desk.claim;

import java.util.List;
import org.claimsledger.desk.words.ChangeRow;
import org.claimsledger.desk.words.WordDifference.Segment;
import org.jspecify.annotations.Nullable;

/**
 * The versions of a claim along one of the clocks, and what is different between two of them.
 *
 * @param published whether along the published clock; else the recorded one
 * @param otherClock the same page along the other clock
 * @param from the number of the earlier version that is compared; absent where there is one only
 * @param statement the sentence, what went and what came marked in it; absent where neither version has one
 * @param changes what else is different
 */
public record VersionComparison(
        boolean published,
        String otherClockHref,
        List<VersionListRow> versions,
        @Nullable Integer from,
        int to,
        List<Segment> statement,
        boolean statementDiffers,
        List<ChangeRow> changes) {

    /**
     * One of them.
     *
     * @param since when it began
     * @param compared the same page with this version compared with the one before it
     * @param at the claim as it was read then
     */
    public record VersionListRow(int number, String since, String comparisonHref, String href, boolean shown) {}
}
