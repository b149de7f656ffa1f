package org.claimsledger.api.operation;

import java.util.List;
import java.util.function.Function;
import org.claimsledger.api.form.FieldGroups;
import org.claimsledger.api.form.FormField;
import org.claimsledger.api.form.InputType;
import org.claimsledger.api.form.OperationForm;
import org.claimsledger.api.operation.Operation.Resource;
import org.claimsledger.command.LedgerCommand;
import org.claimsledger.event.ClaimRelation;
import org.claimsledger.event.ContentChanges.RevisionKind;
import org.claimsledger.event.Rank;
import org.claimsledger.event.ReviewDecision;
import org.claimsledger.event.Verdict;
import org.claimsledger.token.Role;

/** The operations on claims. */
public final class ClaimOperations {

    public static final Operation ASSERT = Operation.creation(
            "assert_claim",
            Role.REPORTER,
            Resource.CLAIM,
            ClaimBodyReader::assertClaim,
            OperationForm.of(
                    "claim",
                    "File a claim",
                    "File this claim",
                    "A source, the passage in it, and what it claims. What you write stays here until you record it.",
                    FieldGroups.joined(
                            List.of(
                                    FormField.of("subject", "Of whom, or what", InputType.SUBJECT)
                                            .asRequired(),
                                    FormField.of("predicate", "Predicate", InputType.LINE)
                                            .withHelp("A word of the vocabulary: what is said of the subject.")
                                            .asRequired()),
                            FieldGroups.CONTENT,
                            FieldGroups.below("evidence", FieldGroups.EVIDENCE))));

    static final List<Operation> ALL = List.of(
            ASSERT,
            Operation.change(
                            "attach_evidence",
                            Role.REPORTER,
                            Resource.CLAIM,
                            "evidence",
                            ClaimBodyReader::attach,
                            OperationForm.of(
                                    "attach",
                                    "Attach evidence",
                                    "Attach this evidence",
                                    "What another source says about the same claim: for it, against it, or denying it.",
                                    FieldGroups.EVIDENCE))
                    .withCreatedField("evidence"),
            change(
                    "review_claim",
                    "review",
                    ClaimBodyReader::review,
                    OperationForm.of(
                            "review",
                            "Decide about the filing",
                            "Record this decision",
                            "Accepted, it counts from now on; refused, it stays readable, marked, and counts for"
                                    + " nothing.",
                            List.of(
                                    FormField.choice("decision", "Decision", ReviewDecision.class)
                                            .asRequired(),
                                    FieldGroups.REASON))),
            change(
                            "withdraw_evidence",
                            "evidence/{eid}/withdrawal",
                            ClaimBodyReader::withdraw,
                            OperationForm.of(
                                    "withdraw",
                                    "Withdraw evidence",
                                    "Withdraw this evidence",
                                    "It was attached in error, or does not say what it was read to say. It counts no"
                                            + " more, and stays readable.",
                                    List.of(
                                            FormField.of("evidence", "Evidence", InputType.LINE)
                                                    .withHelp("Its id, as in e1.")
                                                    .asRequired(),
                                            FieldGroups.REASONS,
                                            FieldGroups.BASIS,
                                            FieldGroups.NOTE)))
                    .withPathField("eid", "evidence"),
            change(
                    "revise_claim",
                    "revisions",
                    ClaimBodyReader::revise,
                    OperationForm.of(
                                    "revise",
                                    "Revise the claim",
                                    "Record this revision",
                                    "A correction says that the ledger had it wrong; an update, that the world moved"
                                            + " on; a clarification, that it was badly put. What stood before stays"
                                            + " readable.",
                                    FieldGroups.joined(
                                            List.of(FormField.choice("kind", "This is a", RevisionKind.class)
                                                    .asRequired()),
                                            FieldGroups.below("changes", FieldGroups.CONTENT),
                                            List.of(FieldGroups.BASIS, FieldGroups.REASON)))
                            .asPrefilled()),
            change(
                            "succeed_claim",
                            "successor",
                            ClaimBodyReader::succeed,
                            OperationForm.of(
                                    "succeed",
                                    "End it and say what followed",
                                    "Record what followed",
                                    "Ends the time of this claim, and asserts the one that came after it, in one event"
                                            + " after the other.",
                                    FieldGroups.joined(
                                            List.of(
                                                    FormField.of("ended", "It was so until", InputType.DATE)
                                                            .asRequired(),
                                                    FormField.of("claim/subject", "Then, of", InputType.SUBJECT)
                                                            .asRequired(),
                                                    FormField.of("claim/predicate", "it was so that it", InputType.LINE)
                                                            .asRequired()),
                                            FieldGroups.below("claim", FieldGroups.CONTENT),
                                            FieldGroups.below("claim/evidence", FieldGroups.EVIDENCE),
                                            List.of(FieldGroups.BASIS, FieldGroups.REASON))))
                    .withPathField("id", "predecessor")
                    .withCreatedField("successor"),
            change(
                    "retract_claim",
                    "retraction",
                    ClaimBodyReader::retract,
                    OperationForm.of(
                            "retract",
                            "Retract the claim",
                            "Retract this claim",
                            "The desk takes it back. It answers no question any more, and stays readable, marked, with"
                                    + " the reason.",
                            List.of(FieldGroups.REASONS, FieldGroups.BASIS, FieldGroups.NOTE))),
            change(
                    "reinstate_claim",
                    "reinstatement",
                    ClaimBodyReader::reinstate,
                    OperationForm.of(
                            "reinstate",
                            "Reinstate the claim",
                            "Reinstate this claim",
                            "The desk makes it its own again, on the evidence that it has.",
                            List.of(FieldGroups.REASONS, FieldGroups.BASIS, FieldGroups.NOTE))),
            change(
                    "rank_claim",
                    "rank",
                    ClaimBodyReader::rank,
                    OperationForm.of(
                            "rank",
                            "Rank the claim",
                            "Record this rank",
                            "A preferred claim answers its question before others, whatever the counts; a deprecated"
                                    + " one after all others.",
                            List.of(FormField.choice("rank", "Rank", Rank.class).asRequired(), FieldGroups.REASON))),
            change(
                    "assess_claim",
                    "assessments",
                    ClaimBodyReader::assess,
                    OperationForm.of(
                            "assess",
                            "Assess the claim",
                            "Record this verdict",
                            "What a check found, by the desk or by somebody else. It stands beside the status, which"
                                    + " comes of the evidence.",
                            List.of(
                                    FormField.choice("verdict", "Verdict", Verdict.class)
                                            .asRequired(),
                                    FormField.of("rationale", "How it was checked", InputType.TEXT),
                                    FormField.of("assessor", "By whom", InputType.ATTESTOR)
                                            .withHelp("A name, or “subject: id”. Empty where the desk itself checked"
                                                    + " it."),
                                    FormField.of("assessedOn", "When", InputType.DATE),
                                    FieldGroups.BASIS))),
            change(
                    "relate_claims",
                    "relations",
                    ClaimBodyReader::relate,
                    OperationForm.of(
                            "relate",
                            "Relate it to another claim",
                            "Record this relation",
                            "Two claims that contradict each other, are the same, or are parts of one, or of which one"
                                    + " supersedes or annuls the other.",
                            List.of(
                                    FormField.choice("relation", "This claim", ClaimRelation.class)
                                            .asRequired(),
                                    FormField.of("other", "The other claim", InputType.CLAIM)
                                            .asRequired(),
                                    FieldGroups.REASON))),
            change(
                    "withdraw_relation",
                    "relations/withdrawal",
                    ClaimBodyReader::withdrawRelation,
                    OperationForm.of(
                            "withdraw-relation",
                            "Take back a relation that was recorded by mistake",
                            "Take this relation back",
                            "From now on it never was, on any date. The history keeps it.",
                            List.of(
                                    FormField.choice("relation", "This claim", ClaimRelation.class)
                                            .asRequired(),
                                    FormField.of("other", "The other claim", InputType.CLAIM)
                                            .asRequired(),
                                    FieldGroups.REASON.asRequired()))));

    private ClaimOperations() {}

    /** A change that only editors make. */
    private static Operation change(
            String op, String subpath, Function<Fields, ? extends LedgerCommand> reader, OperationForm form) {
        return Operation.change(op, Role.EDITOR, Resource.CLAIM, subpath, reader, form);
    }
}
