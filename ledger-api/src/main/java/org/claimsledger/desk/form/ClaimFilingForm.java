package org.claimsledger.desk.form;

import java.util.List;
import java.util.stream.Stream;
import org.claimsledger.api.form.FieldGroups;
import org.claimsledger.api.form.FormField;
import org.claimsledger.api.form.FormInput;
import org.claimsledger.api.operation.ClaimOperations;
import org.claimsledger.value.Refusal;
import tools.jackson.databind.node.ObjectNode;

/**
 * The forms of the page on which a claim is filed: the claim with its first evidence, and a new source and a new subject,
 * which are filled in where the ledger does not have them yet.
 */
public record ClaimFilingForm(Form claim, Form newSource, Form newSubject) {

    private static final String SOURCE = "new-source";
    private static final String SUBJECT = "new-subject";

    private static final List<FormField> NEW_SOURCE =
            FieldGroups.below(SOURCE, FieldGroups.joined(FieldGroups.SOURCE, List.of(FieldGroups.PROTECTION)));

    private static final List<FormField> NEW_SUBJECT = FieldGroups.below(SUBJECT, FieldGroups.SUBJECT);

    static ClaimFilingForm of(FormInput formInput) {
        return new ClaimFilingForm(
                new Form(ClaimOperations.ASSERT.form().fields(), formInput),
                new Form(NEW_SOURCE, formInput),
                new Form(NEW_SUBJECT, formInput));
    }

    FormInput input() {
        return claim.input();
    }

    /** Whether a new source is described instead of an existing one chosen. */
    public boolean registersSource() {
        return !isChosen("evidence/source") && newSource.input().has(SOURCE + "/title");
    }

    /** Whether a new subject is described instead of an existing one chosen. */
    public boolean registersSubject() {
        return !isChosen("subject") && newSubject.input().has(SUBJECT + "/name");
    }

    private boolean isChosen(String field) {
        return input().has(field) || input().has(field + ".find");
    }

    ObjectNode sourceBody(String id) {
        return ((ObjectNode) newSource.body().path(SOURCE)).put("id", id);
    }

    ObjectNode subjectBody(String id) {
        return ((ObjectNode) newSubject.body().path(SUBJECT)).put("id", id);
    }

    ClaimFilingForm claimRefused(List<Refusal> refusals) {
        return new ClaimFilingForm(claim.refused(refusals), newSource, newSubject);
    }

    ClaimFilingForm sourceRefused(List<Refusal> refusals) {
        return new ClaimFilingForm(claim, newSource.refused(below("/" + SOURCE, refusals)), newSubject);
    }

    ClaimFilingForm subjectRefused(List<Refusal> refusals) {
        return new ClaimFilingForm(claim, newSource, newSubject.refused(below("/" + SUBJECT, refusals)));
    }

    private static List<Refusal> below(String parent, List<Refusal> refusals) {
        return refusals.stream().map(it -> it.under(parent)).toList();
    }

    /** Copies with the id of a new source or subject chosen in a field. */
    ClaimFilingForm withChosen(String field, String id) {
        return of(input().withText(field, id));
    }

    public boolean isRefused() {
        return Stream.of(claim, newSource, newSubject).anyMatch(Form::isRefused);
    }

    /** All forms, in the order in which their problems are listed. */
    public List<Form> forms() {
        return List.of(newSource, newSubject, claim);
    }
}
