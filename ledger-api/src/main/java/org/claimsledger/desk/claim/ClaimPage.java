package org.claimsledger.desk.claim;

import java.util.List;
import org.claimsledger.desk.claim.ClaimListRows.ClaimListRow;
import org.claimsledger.desk.claim.EvidenceGroups.EvidenceGroup;
import org.claimsledger.desk.claim.QuestionSummaries.QuestionSummary;
import org.claimsledger.desk.claim.VersionComparisonReader.VersionComparison;
import org.claimsledger.desk.page.PageRequest.Citation;
import org.claimsledger.desk.page.PageRequest.ListSection;
import org.claimsledger.desk.words.HistoryRows.HistoryRow;
import org.claimsledger.desk.words.LinkedText;
import org.jspecify.annotations.Nullable;

/**
 * The page of a claim.
 *
 * @param line the claim as a list shows it
 * @param filedAs the subject that it was filed under, where it is read under another one
 * @param question absent where the claim answers none
 */
public record ClaimPage(
        ClaimListRow line,
        @Nullable String filedAs,
        ValidTime valid,
        @Nullable String finality,
        EditorialDecisions decisions,
        LastChange lastChange,
        List<EvidenceGroup> evidenceGroups,
        @Nullable QuestionSummary question,
        VersionComparison versions,
        List<RelatedClaim> relations,
        ListSection<HistoryRow> history,
        Citation citation) {

    /**
     * The valid time, beyond what the line says of it.
     *
     * @param sentence its meaning; absent where the line says it all
     * @param asStated the source's own words for it
     */
    public record ValidTime(
            @Nullable String sentence, @Nullable String asStated) {}

    /**
     * The decisions of the desk about the claim.
     *
     * @param verdict of the last fact check
     * @param rank absent where it is the normal one
     * @param retraction absent where the claim is not retracted
     */
    public record EditorialDecisions(
            @Nullable CheckedVerdict verdict,
            @Nullable EditorialDecision rank,
            @Nullable EditorialDecision retraction) {}

    /**
     * A decision of the desk.
     *
     * @param word its outcome
     * @param reason in the desk's own words
     */
    public record EditorialDecision(
            String word, @Nullable String reason, @Nullable LinkedText basis) {}

    /**
     * The verdict of the last fact check.
     *
     * @param word the verdict
     * @param reason how it was arrived at
     * @param basis the source that it was published in, or rests on
     * @param by who checked the claim; absent where it was the desk
     * @param on when, in the world
     */
    public record CheckedVerdict(
            String word,
            @Nullable String reason,
            @Nullable LinkedText basis,
            @Nullable LinkedText by,
            @Nullable String on) {}

    /** The revision that the claim has, and the day on which its last change was recorded. */
    public record LastChange(long revision, String recorded) {}

    /**
     * A relation to another claim.
     *
     * @param how as in {@code is superseded by}
     */
    public record RelatedClaim(
            String how, LinkedText other, @Nullable String reason) {}
}
