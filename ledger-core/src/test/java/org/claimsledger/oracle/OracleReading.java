package org.claimsledger.oracle;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import org.claimsledger.event.ClaimContent;
import org.claimsledger.event.Rank;
import org.claimsledger.event.Verdict;
import org.claimsledger.value.Value;

/** What a ledger says from one vantage, in a form in which two who read it can be compared. */
record OracleReading(SortedMap<String, ClaimReading> claims, SortedMap<String, QuestionReading> questions) {

    /**
     * A claim that is present.
     *
     * @param revision how many events it has, reported or not
     * @param status its own, from its own evidence
     * @param review how it stands with the editors; null where it was never proposed
     * @param reported when the first of its evidence was reported
     * @param supporting how many origins its live support has
     * @param disputing how many origins its live dispute has
     * @param asserting how many origins assert it
     * @param reliability the best of those that support it; null where none is rated better than not at all
     * @param credibility the best of those that support it; null where none is rated better than not at all
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
            String reliability,
            Integer credibility,
            SortedMap<String, EvidenceReading> evidence) {}

    /**
     * A piece of evidence that was reported.
     *
     * @param value what it speaks for
     * @param review how it stands with the editors; null where it was never proposed
     * @param origin who really attests it
     * @param carrier who published the root
     * @param first the first instant at which it may have been said
     * @param last the last one
     * @param reliability of its root
     * @param credibility of what it says
     * @param hidden whether it comes from a protected source, or through one
     * @param doubtful whether it is live, and its source stands under a notice of concern, or derives from one that was taken back
     */
    record EvidenceReading(
            Instant reported,
            boolean withdrawn,
            boolean live,
            Value value,
            String review,
            String origin,
            String carrier,
            Instant first,
            Instant last,
            String reliability,
            Integer credibility,
            boolean hidden,
            boolean doubtful) {}

    /**
     * The answer to a question.
     *
     * @param inForce of the answer, on the day that is asked about, else today; null where the question is open
     * @param supporting the origins that stand by the answer
     * @param against how many origins dispute it, or stand by what excludes it
     * @param order the claims that answer the question; the answer first, where there is one
     * @param fresh the date of the answer; null where the question is open
     * @param givenUp what origins no longer stand by, as positions of the evidence and the dates until which it was said
     */
    record QuestionReading(
            String status,
            String answer,
            String inForce,
            Set<String> supporting,
            int against,
            String fresh,
            List<String> order,
            Set<String> givenUp) {}
}
