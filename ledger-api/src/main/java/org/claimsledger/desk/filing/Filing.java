package org.claimsledger.desk.filing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.claimsledger.desk.act.Parts;
import org.claimsledger.desk.form.Field;
import org.claimsledger.desk.form.Form;
import org.claimsledger.desk.form.Input;
import org.claimsledger.desk.form.Typed;
import org.claimsledger.value.Refusal;
import tools.jackson.databind.node.ObjectNode;

/**
 * The page on which a claim is filed, as it stands: the claim with its first evidence, and the source and the subject where
 * the ledger has them not yet.
 */
public record Filing(Form claim, Form newSource, Form newSubject) {

    private static final String SOURCE = "new-source/";
    private static final String SUBJECT = "new-subject/";

    private static final List<Field> CLAIM = claimFields();

    private static final List<Field> NEW_SOURCE = newSourceFields();

    private static List<Field> newSourceFields() {
        List<Field> fields = new ArrayList<>(Parts.source(SOURCE));
        fields.add(Parts.protection(SOURCE));
        return List.copyOf(fields);
    }

    private static List<Field> claimFields() {
        List<Field> fields = new ArrayList<>();
        fields.add(Field.of("subject", "Of whom, or what", Input.SUBJECT).needed());
        fields.add(Field.of("predicate", "Predicate", Input.LINE)
                .saying("A word of the vocabulary: what is said of the subject.")
                .needed());
        fields.addAll(Parts.content(""));
        fields.addAll(Parts.evidence("evidence/"));
        return List.copyOf(fields);
    }

    static Filing of(Typed typed) {
        return new Filing(new Form(CLAIM, typed), new Form(NEW_SOURCE, typed), new Form(Parts.subject(SUBJECT), typed));
    }

    Typed typed() {
        return claim.typed();
    }

    /** Whether a source is described instead of chosen. */
    public boolean registersSource() {
        return !names("evidence/source") && newSource.typed().has(SOURCE + "title");
    }

    /** Whether a subject is described instead of chosen. */
    public boolean registersSubject() {
        return !names("subject") && newSubject.typed().has(SUBJECT + "name");
    }

    private boolean names(String field) {
        return typed().has(field) || typed().has(field + ".find");
    }

    ObjectNode sourceBody(String id) {
        return ((ObjectNode) newSource.body().path("new-source")).put("id", id);
    }

    ObjectNode subjectBody(String id) {
        return ((ObjectNode) newSubject.body().path("new-subject")).put("id", id);
    }

    Filing claimRefused(List<Refusal> refusals) {
        return new Filing(claim.refused(refusals), newSource, newSubject);
    }

    Filing sourceRefused(List<Refusal> refusals) {
        return new Filing(claim, newSource.refused(below("/new-source", refusals)), newSubject);
    }

    Filing subjectRefused(List<Refusal> refusals) {
        return new Filing(claim, newSource, newSubject.refused(below("/new-subject", refusals)));
    }

    private static List<Refusal> below(String parent, List<Refusal> refusals) {
        return refusals.stream().map(it -> it.under(parent)).toList();
    }

    /** The same with what was registered chosen. */
    Filing choosing(String field, String id) {
        return of(typed().but(field, id));
    }

    public boolean isRefused() {
        return Stream.of(claim, newSource, newSubject).anyMatch(Form::isRefused);
    }

    /** All fields that something is wrong with. */
    public List<Form> forms() {
        return List.of(newSource, newSubject, claim);
    }
}
