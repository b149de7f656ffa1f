package org.claimsledger.desk.act;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.claimsledger.claim.Modality;
import org.claimsledger.claim.Rank;
import org.claimsledger.claim.Relation;
import org.claimsledger.claim.Review;
import org.claimsledger.claim.RevisionKind;
import org.claimsledger.claim.Verdict;
import org.claimsledger.desk.act.Act.About;
import org.claimsledger.desk.form.Field;
import org.claimsledger.desk.form.Input;
import org.claimsledger.desk.form.Option;
import org.claimsledger.predicate.Tense;
import org.claimsledger.source.NoticeType;
import org.claimsledger.source.SourceKind;
import org.claimsledger.subject.Judgement;
import org.claimsledger.subject.SubjectKind;
import org.claimsledger.value.ReasonCode;
import org.claimsledger.value.Value;

/** All that can be recorded on the desk, with the fields of its form. */
public final class Acts {

    private static final Field REASON = Field.of("reason", "Reason", Input.TEXT)
            .saying("In your own words. Everybody who reads the audit trail reads it.");
    private static final Field NOTE = Field.of("note", "Note", Input.TEXT)
            .saying("In your own words. Everybody who reads the audit trail reads it.");
    private static final Field REASONS =
            Field.choices("reasons", "Why", ReasonCode.class).needed();
    private static final Field BASIS = Field.of("basis/source", "On the basis of", Input.SOURCE)
            .saying("The source that says so. Without one it is the desk's own decision.");

    /** The evidence of a claim, below a field of the body or at its top. */
    public static List<Field> evidence(String under) {
        return List.of(
                Field.of(under + "source", "Source", Input.SOURCE).needed(),
                Field.of(under + "quote/exact", "Quote", Input.TEXT)
                        .saying("The passage itself, as the source has it."),
                Field.of(under + "quote/prefix", "Words before it", Input.LINE),
                Field.of(under + "quote/suffix", "Words after it", Input.LINE),
                Field.of(under + "locator", "Where in it", Input.LINE).saying("As in “paragraph 12” or “page 3”."),
                new Field(
                        under + "stance",
                        "What it does",
                        Input.CHOICE,
                        List.of(
                                new Option("supports", "supports the claim"),
                                new Option("disputes", "disputes it"),
                                new Option("denies", "denies it"),
                                new Option("mentions", "only mentions it")),
                        "Supports it, where nothing is chosen.",
                        false),
                Field.choice(under + "modality", "How it says so", Modality.class)
                        .saying("Asserted, where nothing is chosen."),
                Field.of(under + "attribution", "On whose word", Input.ATTESTORS)
                        .saying("Who says it first, then through whom it came, one a line: a name, or “subject: id”,"
                                + " or “source: id”. Empty where the source speaks for itself."),
                new Field(
                        under + "credibility",
                        "Credibility",
                        Input.NUMBER,
                        List.of(
                                new Option("1", "1, confirmed"),
                                new Option("2", "2, probably true"),
                                new Option("3", "3, possibly true"),
                                new Option("4", "4, doubtful"),
                                new Option("5", "5, improbable"),
                                new Option("6", "6, cannot be judged")),
                        "Of what it says here, on the Admiralty scale.",
                        false));
    }

    /** What a claim says, below a field of the body or at its top. */
    public static List<Field> content(String under) {
        return List.of(
                Field.of(under + "value", "Value", Input.VALUE).needed(),
                Field.of(under + "qualifiers", "Narrowed down by", Input.PAIRS)
                        .saying("One a line, as in “case: coup-case”. Claims that differ in these answer different"
                                + " questions."),
                Field.of(under + "valid", "True when", Input.DATE)
                        .saying("As in 2006, 2006-02-13, 2006~ for about 2006, 2006/2013, 2019/.. for since 2019"
                                + " (EDTF)."),
                Field.of(under + "validAsStated", "In the source's words", Input.LINE)
                        .saying("The time as the source has it, where that is something else."),
                Field.of(under + "statement", "As a sentence", Input.TEXT)
                        .saying("In the desk's own words, as readers will see it."));
    }

    /** What is known of a source, below a field of the body or at its top. */
    public static List<Field> source(String under) {
        return List.of(
                Field.choice(under + "kind", "Kind", SourceKind.class).needed(),
                Field.of(under + "title", "Title", Input.LINE).needed(),
                Field.of(under + "publisher", "Publisher", Input.LINE),
                Field.of(under + "authors", "Authors", Input.LINES).saying("One a line."),
                Field.of(under + "url", "Address", Input.LINE),
                Field.of(under + "language", "Language", Input.LINE).saying("As in en, ru, kk or zh-Hant (BCP 47)."),
                Field.of(under + "published", "Published", Input.DATE),
                Field.of(under + "retrievedAt", "Captured", Input.LINE).saying("When, as in 2026-11-22T10:00:00Z."),
                Field.of(under + "contentSha256", "SHA-256 of the capture", Input.LINE),
                new Field(
                        under + "reliability",
                        "Reliability",
                        Input.CHOICE,
                        List.of(
                                new Option("A", "A, completely reliable"),
                                new Option("B", "B, usually reliable"),
                                new Option("C", "C, fairly reliable"),
                                new Option("D", "D, not usually reliable"),
                                new Option("E", "E, unreliable"),
                                new Option("F", "F, cannot be judged")),
                        "On the Admiralty scale.",
                        false),
                Field.of(under + "note", "Note", Input.TEXT));
    }

    /** Who or what a subject is, below a field of the body or at its top. */
    public static List<Field> subject(String under) {
        return List.of(
                Field.choice(under + "kind", "Kind", SubjectKind.class).needed(),
                Field.of(under + "name", "Name", Input.LINE).needed(),
                Field.of(under + "alsoKnownAs", "Other names", Input.LINES).saying("One a line, in any script."),
                Field.of(under + "externalIds", "Ids elsewhere", Input.PAIRS)
                        .saying("One a line, as in “wikidata: Q42”."));
    }

    private static final List<Act> ALL = List.of(
            claim(
                    "attach",
                    "attach_evidence",
                    "Attach evidence",
                    "Attach this evidence",
                    "What another source says about the same claim: for it, against it, or denying it.",
                    evidence("")),
            asItIs(
                    About.CLAIMS,
                    "revise",
                    "revise_claim",
                    "Revise the claim",
                    "Record this revision",
                    "A correction says that the ledger had it wrong; an update, that the world moved on; a"
                            + " clarification, that it was badly put. What stood before stays readable.",
                    joined(
                            List.of(Field.choice("kind", "This is a", RevisionKind.class)
                                    .needed()),
                            content("changes/"),
                            List.of(BASIS, REASON))),
            claim(
                    "succeed",
                    "succeed_claim",
                    "End it and say what followed",
                    "Record what followed",
                    "Ends the time of this claim, and asserts the one that came after it, in one event after the"
                            + " other.",
                    joined(
                            List.of(
                                    Field.of("ended", "It was so until", Input.DATE)
                                            .needed(),
                                    Field.of("claim/subject", "Then, of", Input.SUBJECT)
                                            .needed(),
                                    Field.of("claim/predicate", "it was so that it", Input.LINE)
                                            .needed()),
                            content("claim/"),
                            evidence("claim/evidence/"),
                            List.of(BASIS, REASON))),
            claim(
                    "retract",
                    "retract_claim",
                    "Retract the claim",
                    "Retract this claim",
                    "The desk takes it back. It answers no question any more, and stays readable, marked, with the"
                            + " reason.",
                    List.of(REASONS, BASIS, NOTE)),
            claim(
                    "reinstate",
                    "reinstate_claim",
                    "Reinstate the claim",
                    "Reinstate this claim",
                    "The desk makes it its own again, on the evidence that it has.",
                    List.of(REASONS, BASIS, NOTE)),
            claim(
                    "rank",
                    "rank_claim",
                    "Rank the claim",
                    "Record this rank",
                    "A preferred claim answers its question before others, whatever the counts; a deprecated one after"
                            + " all others.",
                    List.of(Field.choice("rank", "Rank", Rank.class).needed(), REASON)),
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
                            REASON)),
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
                            REASONS,
                            BASIS,
                            NOTE)),
            claim(
                    "review",
                    "review_claim",
                    "Decide about the filing",
                    "Record this decision",
                    "Accepted, it counts from now on; refused, it stays readable, marked, and counts for nothing.",
                    List.of(
                            Field.choice("decision", "Decision", Review.Decision.class)
                                    .needed(),
                            REASON)),
            asItIs(
                    About.SOURCES,
                    "amend",
                    "amend_source",
                    "Amend the record of the source",
                    "Record the amendment",
                    "What the ledger knows of the source itself. What it says belongs into claims.",
                    joined(source(""), List.of(REASON))),
            new Act(
                    About.SOURCES,
                    "notice",
                    "notice_source",
                    "Its publisher said something of it",
                    "Record this notice",
                    "A correction, an expression of concern, a new version, in the words of Crossref's list.",
                    false,
                    joined(
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
                    joined(
                            List.of(REASONS),
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
                            REASON)),
            new Act(
                    About.SUBJECTS,
                    "merge",
                    "merge_subjects",
                    "Read another under this one",
                    "Merge them",
                    "Claims about both are read together from now on. It can be undone.",
                    false,
                    List.of(Field.of("absorb", "The other", Input.SUBJECT).needed(), REASON)),
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
                            REASON)),
            new Act(
                    About.NEW,
                    "source",
                    "register_source",
                    "Register a source",
                    "Register this source",
                    "A document or a record that says something. Nothing it says is in the ledger by that.",
                    false,
                    joined(List.of(id("source")), source(""))),
            new Act(
                    About.NEW,
                    "subject",
                    "register_subject",
                    "Register a subject",
                    "Register this subject",
                    "Somebody or something that claims are about.",
                    false,
                    joined(List.of(id("subject")), subject(""))),
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

    private Acts() {}

    /** The act at an address; empty where there is none. */
    public static Optional<Act> named(About about, String name) {
        return ALL.stream()
                .filter(it -> it.about() == about && it.name().equals(name))
                .findFirst();
    }

    public static Stream<Act> all() {
        return ALL.stream();
    }

    private static List<Field> notice() {
        return List.of(
                Field.of("url", "Where it says so", Input.LINE),
                Field.of("published", "When", Input.DATE),
                Field.choices("reasons", "Why", ReasonCode.class),
                NOTE);
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

    private static Act claim(String name, String op, String title, String verb, String note, List<Field> fields) {
        return new Act(About.CLAIMS, name, op, title, verb, note, false, fields);
    }

    private static Act asItIs(
            About about, String name, String op, String title, String verb, String note, List<Field> fields) {
        return new Act(about, name, op, title, verb, note, true, fields);
    }

    @SafeVarargs
    private static List<Field> joined(List<Field>... parts) {
        List<Field> all = new ArrayList<>();
        for (List<Field> part : parts) {
            all.addAll(part);
        }
        return List.copyOf(all);
    }
}
