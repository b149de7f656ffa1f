package org.claimsledger.api.form;

import java.util.List;
import java.util.stream.Stream;
import org.claimsledger.api.form.FormField.FieldOption;
import org.claimsledger.event.Finality;
import org.claimsledger.event.SourceDetails.SourceKind;
import org.claimsledger.event.SubjectDetails.SubjectKind;
import org.claimsledger.event.Testimony.Modality;
import org.claimsledger.value.ReasonCode;

/** Fields, and groups of them, that several forms have. */
public final class FieldGroups {

    public static final FormField REASON = FormField.of("reason", "Reason", InputType.TEXT)
            .withHelp("In your own words. Everybody who reads the audit trail reads it.");

    public static final FormField NOTE = FormField.of("note", "Note", InputType.TEXT)
            .withHelp("In your own words. Everybody who reads the audit trail reads it.");

    public static final FormField REASONS =
            FormField.choices("reasons", "Why", ReasonCode.class).asRequired();

    public static final FormField BASIS = FormField.of("basis/source", "On the basis of", InputType.SOURCE)
            .withHelp("The source that says so. Without one it is the desk's own decision.");

    /** Whether a new source is protected from its first moment on. */
    public static final FormField PROTECTION =
            FormField.of("protected", "Nobody but editors may read which source it is", InputType.FLAG);

    /** A piece of evidence. */
    public static final List<FormField> EVIDENCE = List.of(
            FormField.of("source", "Source", InputType.SOURCE).asRequired(),
            FormField.of("quote/exact", "Quote", InputType.TEXT).withHelp("The passage itself, as the source has it."),
            FormField.of("quote/prefix", "Words before it", InputType.LINE),
            FormField.of("quote/suffix", "Words after it", InputType.LINE),
            FormField.of("saidOn", "Said on", InputType.DATE)
                    .withHelp("The date of the words themselves, where they are older than the source."),
            FormField.of("locator", "Where in it", InputType.LINE).withHelp("As in “paragraph 12” or “page 3”."),
            FormField.choice(
                            "stance",
                            "What it does",
                            List.of(
                                    new FieldOption("supports", "supports the claim"),
                                    new FieldOption("disputes", "disputes it"),
                                    new FieldOption("denies", "denies it"),
                                    new FieldOption("mentions", "only mentions it")))
                    .withHelp("Supports it, where nothing is chosen."),
            FormField.choice("modality", "How it says so", Modality.class)
                    .withHelp("Asserted, where nothing is chosen."),
            FormField.of("attribution", "On whose word", InputType.ATTESTORS)
                    .withHelp(
                            "Who says it first, then through whom it came, one a line: a name, “subject: id”, “source:"
                                + " id”, or “anonymous: two officials” for somebody who is not named. Empty where the"
                                + " source speaks for itself."),
            new FormField(
                    "credibility",
                    "Credibility",
                    InputType.NUMBER,
                    List.of(
                            new FieldOption("1", "1, confirmed"),
                            new FieldOption("2", "2, probably true"),
                            new FieldOption("3", "3, possibly true"),
                            new FieldOption("4", "4, doubtful"),
                            new FieldOption("5", "5, improbable"),
                            new FieldOption("6", "6, cannot be judged")),
                    "Of what it says here, on the Admiralty scale.",
                    false));

    /** The content of a claim. */
    public static final List<FormField> CONTENT = List.of(
            FormField.of("value", "Value", InputType.VALUE).asRequired(),
            FormField.of("qualifiers", "Narrowed down by", InputType.QUALIFIERS)
                    .withHelp("One a line, as in “case: coup-case”, or “case: subject: coup-case” for a subject of the"
                            + " ledger. Claims that differ in these answer different"
                            + " questions."),
            FormField.of("valid", "True when", InputType.DATE)
                    .withHelp("As in 2006, 2006-02-13, 2006~ for about 2006, 2006/2013, 2019/.. for since 2019"
                            + " (EDTF)."),
            FormField.of("validAsStated", "In the source's words", InputType.LINE)
                    .withHelp("The time as the source has it, where that is something else."),
            FormField.of("statement", "As a sentence", InputType.TEXT)
                    .withHelp("In the desk's own words, as readers will see it."),
            FormField.choice("finality", "The ruling that it tells of is", Finality.class)
                    .withHelp("Only of rulings: whether one can still appeal."));

    /** The details of a source. */
    public static final List<FormField> SOURCE = List.of(
            FormField.choice("kind", "Kind", SourceKind.class).asRequired(),
            FormField.of("title", "Title", InputType.LINE).asRequired(),
            FormField.of("publisher", "Publisher", InputType.ATTESTOR).withHelp("A name, or “subject: id”."),
            FormField.of("authors", "Authors", InputType.LINES).withHelp("One a line."),
            FormField.of("url", "Address", InputType.LINE),
            FormField.of("language", "Language", InputType.LINE).withHelp("As in en, ru, kk or zh-Hant (BCP 47)."),
            FormField.of("published", "Published", InputType.DATE),
            FormField.of("retrievedAt", "Captured", InputType.LINE).withHelp("When, as in 2026-11-22T10:00:00Z."),
            FormField.of("contentSha256", "SHA-256 of the capture", InputType.LINE),
            FormField.choice(
                            "reliability",
                            "Reliability",
                            List.of(
                                    new FieldOption("A", "A, completely reliable"),
                                    new FieldOption("B", "B, usually reliable"),
                                    new FieldOption("C", "C, fairly reliable"),
                                    new FieldOption("D", "D, not usually reliable"),
                                    new FieldOption("E", "E, unreliable"),
                                    new FieldOption("F", "F, cannot be judged")))
                    .withHelp("On the Admiralty scale."),
            FormField.of("note", "Note", InputType.TEXT));

    /** The details of a subject. */
    public static final List<FormField> SUBJECT = List.of(
            FormField.choice("kind", "Kind", SubjectKind.class).asRequired(),
            FormField.of("name", "Name", InputType.LINE).asRequired(),
            FormField.of("alsoKnownAs", "Other names", InputType.LINES).withHelp("One a line, in any script."),
            FormField.of("externalIds", "Ids elsewhere", InputType.PAIRS)
                    .withHelp("One a line, as in “wikidata: Q42”."),
            FormField.of("parent", "A part of", InputType.SUBJECT)
                    .withHelp("As a court is of the courts of a country."),
            FormField.of("zone", "Time zone", InputType.LINE)
                    .withHelp("Of a place, as in Asia/Almaty; its dates are read by it."));

    private FieldGroups() {}

    /** The id that a new thing is given. */
    public static FormField id(String thing) {
        return FormField.of("id", "Id", InputType.LINE)
                .withHelp("What the " + thing
                        + " is called in addresses, for good, as in rferl-2024-02. The ledger makes one up"
                        + " where it is empty.");
    }

    /** Copies that lie inside an object of the body. */
    public static List<FormField> below(String parent, List<FormField> fields) {
        return fields.stream().map(field -> field.below(parent)).toList();
    }

    @SafeVarargs
    public static List<FormField> joined(List<FormField>... parts) {
        return Stream.of(parts).flatMap(List::stream).toList();
    }
}
