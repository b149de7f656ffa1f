package org.claimsledger.desk.form;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.claimsledger.desk.form.FormAction.TargetKind;
import org.claimsledger.event.Judgement;
import org.claimsledger.event.NoticeType;
import org.claimsledger.event.Tense;
import org.claimsledger.value.ReasonCode;
import org.claimsledger.value.Value;

/** What can be recorded about sources and subjects, and what makes something new. */
final class RegistryActions {

    private RegistryActions() {}

    static final List<FormAction> ALL = List.of(
            new FormAction(
                    TargetKind.SOURCES,
                    "amend",
                    "amend_source",
                    "Amend the record of the source",
                    "Record the amendment",
                    "What the ledger knows of the source itself. What it says belongs into claims.",
                    true,
                    FieldGroups.joined(FieldGroups.source(""), List.of(FieldGroups.REASON))),
            new FormAction(
                    TargetKind.SOURCES,
                    "notice",
                    "notice_source",
                    "Its publisher said something of it",
                    "Record this notice",
                    "A correction, an expression of concern, a new version, in the words of Crossref's list.",
                    false,
                    FieldGroups.joined(
                            List.of(FormField.choice("type", "It is a", NoticeType.class)
                                    .asRequired()),
                            notice())),
            new FormAction(
                    TargetKind.SOURCES,
                    "retract",
                    "retract_source",
                    "Its publisher took it back",
                    "Record its retraction",
                    "Evidence from it counts no more. What rests on nothing else loses its support.",
                    false,
                    FieldGroups.joined(
                            List.of(FieldGroups.REASONS),
                            notice().stream()
                                    .filter(it -> !it.name().equals("reasons"))
                                    .toList())),
            new FormAction(
                    TargetKind.SOURCES,
                    "reinstate",
                    "reinstate_source",
                    "Its publisher stands by it again",
                    "Record its reinstatement",
                    "Evidence from it counts again.",
                    false,
                    notice()),
            new FormAction(
                    TargetKind.SOURCES,
                    "protect",
                    "protect_source",
                    "Protect the source",
                    "Protect this source",
                    "From now on nobody but editors reads which one it is, of no date. What it says still counts.",
                    false,
                    List.of(FieldGroups.REASON.asRequired())),
            new FormAction(
                    TargetKind.SOURCES,
                    "disclose",
                    "disclose_source",
                    "Say which source it is",
                    "Disclose this source",
                    "From now on everybody reads which one it is, of every date.",
                    false,
                    List.of(FieldGroups.REASON.asRequired())),
            new FormAction(
                    TargetKind.SUBJECTS,
                    "name",
                    "name_subject",
                    "Another name",
                    "Record this name",
                    "Under which it can be found from now on.",
                    false,
                    List.of(
                            FormField.of("name", "Name", InputType.LINE).asRequired(),
                            FormField.of("language", "Language", InputType.LINE)
                                    .withHelp("As in en, ru, kk or zh-Hant (BCP 47)."),
                            FormField.of("source", "As used in", InputType.SOURCE))),
            new FormAction(
                    TargetKind.SUBJECTS,
                    "compare-with",
                    "compare_subjects",
                    "Are these two one?",
                    "Record this judgement",
                    "Two that were judged different are not proposed as one any more.",
                    false,
                    List.of(
                            FormField.of("other", "The other", InputType.SUBJECT)
                                    .asRequired(),
                            new FormField("judgement", "They", InputType.CHOICE, judgements(), null, true),
                            FieldGroups.REASON)),
            new FormAction(
                    TargetKind.SUBJECTS,
                    "merge",
                    "merge_subjects",
                    "Read another under this one",
                    "Merge them",
                    "Claims about both are read together from now on. It can be undone.",
                    false,
                    List.of(
                            FormField.of("absorb", "The other", InputType.SUBJECT)
                                    .asRequired(),
                            FieldGroups.REASON)),
            new FormAction(
                    TargetKind.SUBJECTS,
                    "split",
                    "split_subjects",
                    "Undo a merge",
                    "Split them",
                    "The other stands for itself again, with the claims that were recorded about it.",
                    false,
                    List.of(
                            FormField.of("restore", "The one that was merged into this", InputType.LINE)
                                    .withHelp("Its id.")
                                    .asRequired(),
                            FieldGroups.REASON)),
            new FormAction(
                    TargetKind.NEW,
                    "source",
                    "register_source",
                    "Register a source",
                    "Register this source",
                    "A document or a record that says something. Nothing it says is in the ledger by that.",
                    false,
                    FieldGroups.joined(
                            List.of(id("source")), FieldGroups.source(""), List.of(FieldGroups.protection("")))),
            new FormAction(
                    TargetKind.NEW,
                    "subject",
                    "register_subject",
                    "Register a subject",
                    "Register this subject",
                    "Somebody or something that claims are about.",
                    false,
                    FieldGroups.joined(List.of(id("subject")), FieldGroups.subject(""))),
            new FormAction(
                    TargetKind.NEW,
                    "predicate",
                    "define_predicate",
                    "Define a predicate",
                    "Add it to the vocabulary",
                    "A word for what claims say of their subjects. It cannot be changed afterwards.",
                    false,
                    List.of(
                            FormField.of("key", "Key", InputType.LINE)
                                    .withHelp("As in sentenced or cause_of_death.")
                                    .asRequired(),
                            FormField.of("label", "In words", InputType.LINE),
                            FormField.choices("valueKinds", "Takes values of", Value.Kind.class)
                                    .withHelp("None for any kind."),
                            FormField.of("unit", "Counted in", InputType.LINE)
                                    .withHelp("A unit of UCUM, as in a for years."),
                            FormField.of("terms", "Terms", InputType.LINES)
                                    .withHelp("The terms that it takes, one a line."),
                            FormField.of("cardinality", "A subject has", InputType.LINE)
                                    .withHelp(
                                            "One of one, many, or one_per:case for one in each case. Values of which a"
                                                    + " subject has one compete. Empty for many."),
                            FormField.choice("time", "It", Tense.class))));

    private static List<FormField> notice() {
        return List.of(
                FormField.of("url", "Where it says so", InputType.LINE),
                FormField.of("published", "When", InputType.DATE),
                FormField.choices("reasons", "Why", ReasonCode.class),
                FieldGroups.NOTE);
    }

    private static List<FieldOption> judgements() {
        return Stream.of(Judgement.values())
                .map(it -> new FieldOption(
                        it.name().toLowerCase(Locale.ROOT),
                        switch (it) {
                            case POSITIVE -> "are one and the same";
                            case NEGATIVE -> "are two";
                            case UNSURE -> "cannot be told apart yet";
                        }))
                .toList();
    }

    private static FormField id(String thing) {
        return FormField.of("id", "Id", InputType.LINE)
                .withHelp("What the " + thing
                        + " is called in addresses, for good, as in rferl-2024-02. The ledger makes one up"
                        + " where it is empty.");
    }
}
