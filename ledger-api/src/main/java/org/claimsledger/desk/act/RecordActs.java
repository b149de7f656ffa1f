package org.claimsledger.desk.act;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.claimsledger.desk.act.Act.About;
import org.claimsledger.desk.form.Field;
import org.claimsledger.desk.form.Input;
import org.claimsledger.desk.form.Option;
import org.claimsledger.predicate.Tense;
import org.claimsledger.source.NoticeType;
import org.claimsledger.subject.Judgement;
import org.claimsledger.value.ReasonCode;
import org.claimsledger.value.Value;

/** What can be recorded about sources and subjects, and what makes something new. */
final class RecordActs {

    private RecordActs() {}

    static final List<Act> ALL = List.of(
            new Act(
                    About.SOURCES,
                    "amend",
                    "amend_source",
                    "Amend the record of the source",
                    "Record the amendment",
                    "What the ledger knows of the source itself. What it says belongs into claims.",
                    true,
                    Parts.joined(Parts.source(""), List.of(Parts.REASON))),
            new Act(
                    About.SOURCES,
                    "notice",
                    "notice_source",
                    "Its publisher said something of it",
                    "Record this notice",
                    "A correction, an expression of concern, a new version, in the words of Crossref's list.",
                    false,
                    Parts.joined(
                            List.of(Field.choice("type", "It is a", NoticeType.class)
                                    .needed()),
                            notice())),
            new Act(
                    About.SOURCES,
                    "retract",
                    "retract_source",
                    "Its publisher took it back",
                    "Record its retraction",
                    "Evidence from it counts no more. What rests on nothing else loses its support.",
                    false,
                    Parts.joined(
                            List.of(Parts.REASONS),
                            notice().stream()
                                    .filter(it -> !it.name().equals("reasons"))
                                    .toList())),
            new Act(
                    About.SOURCES,
                    "reinstate",
                    "reinstate_source",
                    "Its publisher stands by it again",
                    "Record its reinstatement",
                    "Evidence from it counts again.",
                    false,
                    notice()),
            new Act(
                    About.SOURCES,
                    "protect",
                    "protect_source",
                    "Protect the source",
                    "Protect this source",
                    "From now on nobody but editors reads which one it is, of no date. What it says still counts.",
                    false,
                    List.of(Parts.REASON.needed())),
            new Act(
                    About.SOURCES,
                    "disclose",
                    "disclose_source",
                    "Say which source it is",
                    "Disclose this source",
                    "From now on everybody reads which one it is, of every date.",
                    false,
                    List.of(Parts.REASON.needed())),
            new Act(
                    About.SUBJECTS,
                    "name",
                    "name_subject",
                    "Another name",
                    "Record this name",
                    "Under which it can be found from now on.",
                    false,
                    List.of(
                            Field.of("name", "Name", Input.LINE).needed(),
                            Field.of("language", "Language", Input.LINE)
                                    .saying("As in en, ru, kk or zh-Hant (BCP 47)."),
                            Field.of("source", "As used in", Input.SOURCE))),
            new Act(
                    About.SUBJECTS,
                    "compare-with",
                    "compare_subjects",
                    "Are these two one?",
                    "Record this judgement",
                    "Two that were judged different are not proposed as one any more.",
                    false,
                    List.of(
                            Field.of("other", "The other", Input.SUBJECT).needed(),
                            new Field("judgement", "They", Input.CHOICE, judgements(), null, true),
                            Parts.REASON)),
            new Act(
                    About.SUBJECTS,
                    "merge",
                    "merge_subjects",
                    "Read another under this one",
                    "Merge them",
                    "Claims about both are read together from now on. It can be undone.",
                    false,
                    List.of(Field.of("absorb", "The other", Input.SUBJECT).needed(), Parts.REASON)),
            new Act(
                    About.SUBJECTS,
                    "split",
                    "split_subjects",
                    "Undo a merge",
                    "Split them",
                    "The other stands for itself again, with the claims that were recorded about it.",
                    false,
                    List.of(
                            Field.of("restore", "The one that was merged into this", Input.LINE)
                                    .saying("Its id.")
                                    .needed(),
                            Parts.REASON)),
            new Act(
                    About.NEW,
                    "source",
                    "register_source",
                    "Register a source",
                    "Register this source",
                    "A document or a record that says something. Nothing it says is in the ledger by that.",
                    false,
                    Parts.joined(List.of(id("source")), Parts.source(""), List.of(Parts.protection("")))),
            new Act(
                    About.NEW,
                    "subject",
                    "register_subject",
                    "Register a subject",
                    "Register this subject",
                    "Somebody or something that claims are about.",
                    false,
                    Parts.joined(List.of(id("subject")), Parts.subject(""))),
            new Act(
                    About.NEW,
                    "predicate",
                    "define_predicate",
                    "Define a predicate",
                    "Add it to the vocabulary",
                    "A word for what claims say of their subjects. It cannot be changed afterwards.",
                    false,
                    List.of(
                            Field.of("key", "Key", Input.LINE)
                                    .saying("As in sentenced or cause_of_death.")
                                    .needed(),
                            Field.of("label", "In words", Input.LINE),
                            Field.choices("valueKinds", "Takes values of", Value.Kind.class)
                                    .saying("None for any kind."),
                            Field.of("unit", "Counted in", Input.LINE).saying("A unit of UCUM, as in a for years."),
                            Field.of("terms", "Terms", Input.LINES).saying("The terms that it takes, one a line."),
                            Field.of("cardinality", "A subject has", Input.LINE)
                                    .saying("One of one, many, or one_per:case for one in each case. Values of which a"
                                            + " subject has one compete. Empty for many."),
                            Field.choice("time", "It", Tense.class))));

    private static List<Field> notice() {
        return List.of(
                Field.of("url", "Where it says so", Input.LINE),
                Field.of("published", "When", Input.DATE),
                Field.choices("reasons", "Why", ReasonCode.class),
                Parts.NOTE);
    }

    private static List<Option> judgements() {
        return Stream.of(Judgement.values())
                .map(it -> new Option(
                        it.name().toLowerCase(Locale.ROOT),
                        switch (it) {
                            case POSITIVE -> "are one and the same";
                            case NEGATIVE -> "are two";
                            case UNSURE -> "cannot be told apart yet";
                        }))
                .toList();
    }

    private static Field id(String thing) {
        return Field.of("id", "Id", Input.LINE)
                .saying("What the " + thing
                        + " is called in addresses, for good, as in rferl-2024-02. The ledger makes one up"
                        + " where it is empty.");
    }
}
