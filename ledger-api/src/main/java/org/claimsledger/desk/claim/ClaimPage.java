package org.claimsledger.desk.claim;

import java.util.List;
import org.claimsledger.desk.page.Citation;
import org.claimsledger.desk.words.HistoryRow;
import org.claimsledger.desk.words.LinkedText;
import org.jspecify.annotations.Nullable;

/**
 * A claim as its page shows it.
 *
 * @param filedAs the subject that it was filed under, where a merge made another one of it
 * @param validSentence what its valid time means, where that is more than what it says
 * @param verdict what checking it came to
 * @param rank the desk's, where it is not the normal one
 * @param recorded when its last change was recorded
 * @param retraction why the desk took it back, if it did
 */
public record ClaimPage(
        ClaimListRow line,
        @Nullable String filedAs,
        @Nullable String validSentence,
        @Nullable String validAsStated,
        @Nullable EditorialDecision verdict,
        @Nullable EditorialDecision rank,
        @Nullable EditorialDecision retraction,
        long revision,
        String recorded,
        List<EvidenceGroup> evidenceGroups,
        @Nullable QuestionSummary question,
        VersionComparison versions,
        List<RelatedClaim> relations,
        List<HistoryRow> history,
        @Nullable String moreHistory,
        Citation citation) {

    /**
     * A decision of the desk.
     *
     * @param word what it came to
     * @param reason why, in the desk's own words
     */
    public record EditorialDecision(
            String word, @Nullable String reason, @Nullable LinkedText basis) {}

    /**
     * How the claim stands to another one.
     *
     * @param how as in {@code is superseded by}
     */
    public record RelatedClaim(
            String how, LinkedText other, @Nullable String reason) {}
}
