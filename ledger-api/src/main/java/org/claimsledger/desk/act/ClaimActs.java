package org.claimsledger.desk.act;

import java.util.List;
import org.claimsledger.claim.Rank;
import org.claimsledger.claim.Relation;
import org.claimsledger.claim.Review;
import org.claimsledger.claim.RevisionKind;
import org.claimsledger.claim.Verdict;
import org.claimsledger.desk.act.Act.About;
import org.claimsledger.desk.form.Field;
import org.claimsledger.desk.form.Input;

/** What can be recorded about a claim. */
final class ClaimActs {

    private ClaimActs() {}

    static final List<Act> ALL = List.of(
            claim(
                    "attach",
                    "attach_evidence",
                    "Attach evidence",
                    "Attach this evidence",
                    "What another source says about the same claim: for it, against it, or denying it.",
                    Parts.evidence("")),
            revising(
                    "revise",
                    "revise_claim",
                    "Revise the claim",
                    "Record this revision",
                    "A correction says that the ledger had it wrong; an update, that the world moved on; a"
                            + " clarification, that it was badly put. What stood before stays readable.",
                    Parts.joined(
                            List.of(Field.choice("kind", "This is a", RevisionKind.class)
                                    .needed()),
                            Parts.content("changes/"),
                            List.of(Parts.BASIS, Parts.REASON))),
            claim(
                    "succeed",
                    "succeed_claim",
                    "End it and say what followed",
                    "Record what followed",
                    "Ends the time of this claim, and asserts the one that came after it, in one event after the"
                            + " other.",
                    Parts.joined(
                            List.of(
                                    Field.of("ended", "It was so until", Input.DATE)
                                            .needed(),
                                    Field.of("claim/subject", "Then, of", Input.SUBJECT)
                                            .needed(),
                                    Field.of("claim/predicate", "it was so that it", Input.LINE)
                                            .needed()),
                            Parts.content("claim/"),
                            Parts.evidence("claim/evidence/"),
                            List.of(Parts.BASIS, Parts.REASON))),
            claim(
                    "retract",
                    "retract_claim",
                    "Retract the claim",
                    "Retract this claim",
                    "The desk takes it back. It answers no question any more, and stays readable, marked, with the"
                            + " reason.",
                    List.of(Parts.REASONS, Parts.BASIS, Parts.NOTE)),
            claim(
                    "reinstate",
                    "reinstate_claim",
                    "Reinstate the claim",
                    "Reinstate this claim",
                    "The desk makes it its own again, on the evidence that it has.",
                    List.of(Parts.REASONS, Parts.BASIS, Parts.NOTE)),
            claim(
                    "rank",
                    "rank_claim",
                    "Rank the claim",
                    "Record this rank",
                    "A preferred claim answers its question before others, whatever the counts; a deprecated one after"
                            + " all others.",
                    List.of(Field.choice("rank", "Rank", Rank.class).needed(), Parts.REASON)),
            claim(
                    "assess",
                    "assess_claim",
                    "Assess the claim",
                    "Record this verdict",
                    "What the desk found when it checked. It stands beside the status, which comes of the evidence.",
                    List.of(
                            Field.choice("verdict", "Verdict", Verdict.class).needed(),
                            Field.of("rationale", "How it was checked", Input.TEXT))),
            claim(
                    "relate",
                    "relate_claims",
                    "Relate it to another claim",
                    "Record this relation",
                    "Two claims that contradict each other, are the same, or are parts of one.",
                    List.of(
                            Field.choice("relation", "This claim", Relation.class)
                                    .needed(),
                            Field.of("other", "The other claim", Input.CLAIM).needed(),
                            Parts.REASON)),
            claim(
                    "withdraw",
                    "withdraw_evidence",
                    "Withdraw evidence",
                    "Withdraw this evidence",
                    "It was attached in error, or does not say what it was read to say. It counts no more, and stays"
                            + " readable.",
                    List.of(
                            Field.of("evidence", "Evidence", Input.LINE)
                                    .saying("Its id, as in e1.")
                                    .needed(),
                            Parts.REASONS,
                            Parts.BASIS,
                            Parts.NOTE)),
            claim(
                    "review",
                    "review_claim",
                    "Decide about the filing",
                    "Record this decision",
                    "Accepted, it counts from now on; refused, it stays readable, marked, and counts for nothing.",
                    List.of(
                            Field.choice("decision", "Decision", Review.Decision.class)
                                    .needed(),
                            Parts.REASON)));

    private static Act claim(String name, String op, String title, String verb, String note, List<Field> fields) {
        return new Act(About.CLAIMS, name, op, title, verb, note, false, fields);
    }

    private static Act revising(String name, String op, String title, String verb, String note, List<Field> fields) {
        return new Act(About.CLAIMS, name, op, title, verb, note, true, fields);
    }
}
