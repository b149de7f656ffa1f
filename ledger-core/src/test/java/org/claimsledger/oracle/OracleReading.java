package org.claimsledger.oracle;

import java.time.Instant;
import java.util.Set;
import java.util.SortedMap;
import org.claimsledger.event.ClaimContent;
import org.claimsledger.event.Rank;
import org.claimsledger.event.SourceDetails.Reliability;
import org.claimsledger.event.Verdict;
import org.claimsledger.time.InForce;
import org.claimsledger.value.Value;

/** What a ledger says from one vantage, in a form in which two who read it can be compared. */
record OracleReading(SortedMap<String, ClaimReading> claims, SortedMap<String, QuestionReading> questions) {

    /**
     * A claim that is present.
     *
     * @param revision how many events it has, reported or not
     * @param review how it stands with the editors; null where it was never proposed
     * @param reported when the first of its evidence was reported
     * @param supporting how many origins its live support has
     * @param disputing how many origins its live dispute has
     * @param asserting how many origins assert it
     * @param reliability the best of those that support it, of those that are rated; else null
     * @param credibility the best of those that support it, of those that are rated; else null
     * @param origins which pieces of evidence have one origin
     */
    record ClaimReading(
            long revision,
            ClaimContent content,
            String status,
            String review,
            boolean retracted,
            Rank rank,
            Verdict verdict,
            Instant reported,
            int supporting,
            int disputing,
            int asserting,
            Reliability reliability,
            Integer credibility,
            SortedMap<String, EvidenceReading> evidence,
            Set<Set<String>> origins) {}

    /**
     * A piece of evidence that was reported.
     *
     * @param value what it speaks for
     * @param review how it stands with the editors; null where it was never proposed
     * @param fits whether that can be true together with what the claim says
     */
    record EvidenceReading(
            Instant reported, boolean withdrawn, boolean live, Value value, boolean fits, String review) {}

    /**
     * The answer to a question.
     *
     * @param answer the claim that gives it; null where the question is open
     * @param inForce of the answer, on the day that is asked about, else today
     */
    record QuestionReading(String status, String answer, InForce inForce, Set<String> alternatives) {}
}
