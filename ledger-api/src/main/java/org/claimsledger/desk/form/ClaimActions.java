package org.claimsledger.desk.form;

import java.util.List;
import org.claimsledger.desk.form.FormAction.TargetKind;
import org.claimsledger.event.ClaimRelation;
import org.claimsledger.event.Rank;
import org.claimsledger.event.ReviewDecision;
import org.claimsledger.event.RevisionKind;
import org.claimsledger.event.Verdict;

/** What can be recorded about a claim. */
final class ClaimActions {

    private ClaimActions() {}

    static final List<FormAction> ALL = List.of(
            claim(
                    "attach",
                    "attach_evidence",
                    "Attach evidence",
                    "Attach this evidence",
                    "What another source says about the same claim: for it, against it, or denying it.",
                    FieldGroups.evidence("")),
            prefilled(
                    "revise",
                    "revise_claim",
                    "Revise the claim",
                    "Record this revision",
                    "A correction says that the ledger had it wrong; an update, that the world moved on; a"
                            + " clarification, that it was badly put. What stood before stays readable.",
                    FieldGroups.joined(
                            List.of(FormField.choice("kind", "This is a", RevisionKind.class)
                                    .asRequired()),
                            FieldGroups.content("changes/"),
                            List.of(FieldGroups.BASIS, FieldGroups.REASON))),
            claim(
                    "succeed",
                    "succeed_claim",
                    "End it and say what followed",
                    "Record what followed",
                    "Ends the time of this claim, and asserts the one that came after it, in one event after the"
                            + " other.",
                    FieldGroups.joined(
                            List.of(
                                    FormField.of("ended", "It was so until", InputType.DATE)
                                            .asRequired(),
                                    FormField.of("claim/subject", "Then, of", InputType.SUBJECT)
                                            .asRequired(),
                                    FormField.of("claim/predicate", "it was so that it", InputType.LINE)
                                            .asRequired()),
                            FieldGroups.content("claim/"),
                            FieldGroups.evidence("claim/evidence/"),
                            List.of(FieldGroups.BASIS, FieldGroups.REASON))),
            claim(
                    "retract",
                    "retract_claim",
                    "Retract the claim",
                    "Retract this claim",
                    "The desk takes it back. It answers no question any more, and stays readable, marked, with the"
                            + " reason.",
                    List.of(FieldGroups.REASONS, FieldGroups.BASIS, FieldGroups.NOTE)),
            claim(
                    "reinstate",
                    "reinstate_claim",
                    "Reinstate the claim",
                    "Reinstate this claim",
                    "The desk makes it its own again, on the evidence that it has.",
                    List.of(FieldGroups.REASONS, FieldGroups.BASIS, FieldGroups.NOTE)),
            claim(
                    "rank",
                    "rank_claim",
                    "Rank the claim",
                    "Record this rank",
                    "A preferred claim answers its question before others, whatever the counts; a deprecated one after"
                            + " all others.",
                    List.of(FormField.choice("rank", "Rank", Rank.class).asRequired(), FieldGroups.REASON)),
            claim(
                    "assess",
                    "assess_claim",
                    "Assess the claim",
                    "Record this verdict",
                    "What the desk found when it checked. It stands beside the status, which comes of the evidence.",
                    List.of(
                            FormField.choice("verdict", "Verdict", Verdict.class)
                                    .asRequired(),
                            FormField.of("rationale", "How it was checked", InputType.TEXT))),
            claim(
                    "relate",
                    "relate_claims",
                    "Relate it to another claim",
                    "Record this relation",
                    "Two claims that contradict each other, are the same, or are parts of one.",
                    List.of(
                            FormField.choice("relation", "This claim", ClaimRelation.class)
                                    .asRequired(),
                            FormField.of("other", "The other claim", InputType.CLAIM)
                                    .asRequired(),
                            FieldGroups.REASON)),
            claim(
                    "withdraw",
                    "withdraw_evidence",
                    "Withdraw evidence",
                    "Withdraw this evidence",
                    "It was attached in error, or does not say what it was read to say. It counts no more, and stays"
                            + " readable.",
                    List.of(
                            FormField.of("evidence", "Evidence", InputType.LINE)
                                    .withHelp("Its id, as in e1.")
                                    .asRequired(),
                            FieldGroups.REASONS,
                            FieldGroups.BASIS,
                            FieldGroups.NOTE)),
            claim(
                    "review",
                    "review_claim",
                    "Decide about the filing",
                    "Record this decision",
                    "Accepted, it counts from now on; refused, it stays readable, marked, and counts for nothing.",
                    List.of(
                            FormField.choice("decision", "Decision", ReviewDecision.class)
                                    .asRequired(),
                            FieldGroups.REASON)));

    private static FormAction claim(
            String name, String op, String title, String verb, String note, List<FormField> formFields) {
        return new FormAction(TargetKind.CLAIMS, name, op, title, verb, note, false, formFields);
    }

    private static FormAction prefilled(
            String name, String op, String title, String verb, String note, List<FormField> formFields) {
        return new FormAction(TargetKind.CLAIMS, name, op, title, verb, note, true, formFields);
    }
}
