package org.claimsledger.desk.form;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.claimsledger.value.Refusal;
import tools.jackson.databind.node.ObjectNode;

/**
 * The page on which a claim is filed, as it stands: the claim with its first evidence, and the source and the subject where
 * the ledger has them not yet.
 */
public record ClaimFilingForm(Form claim, Form newSource, Form newSubject) {

    private static final String SOURCE = "new-source/";
    private static final String SUBJECT = "new-subject/";

    private static final List<FormField> CLAIM = claimFields();

    private static final List<FormField> NEW_SOURCE = newSourceFields();

    private static List<FormField> newSourceFields() {
        List<FormField> formFields = new ArrayList<>(FieldGroups.source(SOURCE));
        formFields.add(FieldGroups.protection(SOURCE));
        return List.copyOf(formFields);
    }

    private static List<FormField> claimFields() {
        List<FormField> formFields = new ArrayList<>();
        formFields.add(
                FormField.of("subject", "Of whom, or what", InputType.SUBJECT).asRequired());
        formFields.add(FormField.of("predicate", "Predicate", InputType.LINE)
                .withHelp("A word of the vocabulary: what is said of the subject.")
                .asRequired());
        formFields.addAll(FieldGroups.content(""));
        formFields.addAll(FieldGroups.evidence("evidence/"));
        return List.copyOf(formFields);
    }

    static ClaimFilingForm of(FormInput formInput) {
        return new ClaimFilingForm(
                new Form(CLAIM, formInput),
                new Form(NEW_SOURCE, formInput),
                new Form(FieldGroups.subject(SUBJECT), formInput));
    }

    FormInput input() {
        return claim.input();
    }

    /** Whether a source is described instead of chosen. */
    public boolean registersSource() {
        return !isChosen("evidence/source") && newSource.input().has(SOURCE + "title");
    }

    /** Whether a subject is described instead of chosen. */
    public boolean registersSubject() {
        return !isChosen("subject") && newSubject.input().has(SUBJECT + "name");
    }

    private boolean isChosen(String field) {
        return input().has(field) || input().has(field + ".find");
    }

    ObjectNode sourceBody(String id) {
        return ((ObjectNode) newSource.body().path("new-source")).put("id", id);
    }

    ObjectNode subjectBody(String id) {
        return ((ObjectNode) newSubject.body().path("new-subject")).put("id", id);
    }

    ClaimFilingForm claimRefused(List<Refusal> refusals) {
        return new ClaimFilingForm(claim.refused(refusals), newSource, newSubject);
    }

    ClaimFilingForm sourceRefused(List<Refusal> refusals) {
        return new ClaimFilingForm(claim, newSource.refused(below("/new-source", refusals)), newSubject);
    }

    ClaimFilingForm subjectRefused(List<Refusal> refusals) {
        return new ClaimFilingForm(claim, newSource, newSubject.refused(below("/new-subject", refusals)));
    }

    private static List<Refusal> below(String parent, List<Refusal> refusals) {
        return refusals.stream().map(it -> it.under(parent)).toList();
    }

    /** The same with what was registered chosen. */
    ClaimFilingForm withChosen(String field, String id) {
        return of(input().withText(field, id));
    }

    public boolean isRefused() {
        return Stream.of(claim, newSource, newSubject).anyMatch(Form::isRefused);
    }

    /** All fields that something is wrong with. */
    public List<Form> forms() {
        return List.of(newSource, newSubject, claim);
    }
}
