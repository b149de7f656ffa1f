package org.claimsledger.desk.form;

import java.util.ArrayList;
import java.util.List;
import org.claimsledger.event.Modality;
import org.claimsledger.event.SourceKind;
import org.claimsledger.event.SubjectKind;
import org.claimsledger.value.ReasonCode;

/** Fields that several forms have, and groups of them. */
public final class FieldGroups {

    private FieldGroups() {}

    static final FormField REASON = FormField.of("reason", "Reason", InputType.TEXT)
            .withHelp("In your own words. Everybody who reads the audit trail reads it.");
    static final FormField NOTE = FormField.of("note", "Note", InputType.TEXT)
            .withHelp("In your own words. Everybody who reads the audit trail reads it.");
    static final FormField REASONS =
            FormField.choices("reasons", "Why", ReasonCode.class).asRequired();
    static final FormField BASIS = FormField.of("basis/source", "On the basis of", InputType.SOURCE)
            .withHelp("The source that says so. Without one it is the desk's own decision.");

    /** The evidence of a claim, below a field of the body or at its top. */
    public static List<FormField> evidence(String under) {
        return List.of(
                FormField.of(under + "source", "Source", InputType.SOURCE).asRequired(),
                FormField.of(under + "quote/exact", "Quote", InputType.TEXT)
                        .withHelp("The passage itself, as the source has it."),
                FormField.of(under + "quote/prefix", "Words before it", InputType.LINE),
                FormField.of(under + "quote/suffix", "Words after it", InputType.LINE),
                FormField.of(under + "locator", "Where in it", InputType.LINE)
                        .withHelp("As in “paragraph 12” or “page 3”."),
                new FormField(
                        under + "stance",
                        "What it does",
                        InputType.CHOICE,
                        List.of(
                                new FieldOption("supports", "supports the claim"),
                                new FieldOption("disputes", "disputes it"),
                                new FieldOption("denies", "denies it"),
                                new FieldOption("mentions", "only mentions it")),
                        "Supports it, where nothing is chosen.",
                        false),
                FormField.choice(under + "modality", "How it says so", Modality.class)
                        .withHelp("Asserted, where nothing is chosen."),
                FormField.of(under + "attribution", "On whose word", InputType.ATTESTORS)
                        .withHelp("Who says it first, then through whom it came, one a line: a name, or “subject: id”,"
                                + " or “source: id”. Empty where the source speaks for itself."),
                new FormField(
                        under + "credibility",
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
    }

    /** What a claim says, below a field of the body or at its top. */
    public static List<FormField> content(String under) {
        return List.of(
                FormField.of(under + "value", "Value", InputType.VALUE).asRequired(),
                FormField.of(under + "qualifiers", "Narrowed down by", InputType.PAIRS)
                        .withHelp("One a line, as in “case: coup-case”. Claims that differ in these answer different"
                                + " questions."),
                FormField.of(under + "valid", "True when", InputType.DATE)
                        .withHelp("As in 2006, 2006-02-13, 2006~ for about 2006, 2006/2013, 2019/.. for since 2019"
                                + " (EDTF)."),
                FormField.of(under + "validAsStated", "In the source's words", InputType.LINE)
                        .withHelp("The time as the source has it, where that is something else."),
                FormField.of(under + "statement", "As a sentence", InputType.TEXT)
                        .withHelp("In the desk's own words, as readers will see it."));
    }

    /** What is known of a source, below a field of the body or at its top. */
    public static List<FormField> source(String under) {
        return List.of(
                FormField.choice(under + "kind", "Kind", SourceKind.class).asRequired(),
                FormField.of(under + "title", "Title", InputType.LINE).asRequired(),
                FormField.of(under + "publisher", "Publisher", InputType.LINE),
                FormField.of(under + "authors", "Authors", InputType.LINES).withHelp("One a line."),
                FormField.of(under + "url", "Address", InputType.LINE),
                FormField.of(under + "language", "Language", InputType.LINE)
                        .withHelp("As in en, ru, kk or zh-Hant (BCP 47)."),
                FormField.of(under + "published", "Published", InputType.DATE),
                FormField.of(under + "retrievedAt", "Captured", InputType.LINE)
                        .withHelp("When, as in 2026-11-22T10:00:00Z."),
                FormField.of(under + "contentSha256", "SHA-256 of the capture", InputType.LINE),
                new FormField(
                        under + "reliability",
                        "Reliability",
                        InputType.CHOICE,
                        List.of(
                                new FieldOption("A", "A, completely reliable"),
                                new FieldOption("B", "B, usually reliable"),
                                new FieldOption("C", "C, fairly reliable"),
                                new FieldOption("D", "D, not usually reliable"),
                                new FieldOption("E", "E, unreliable"),
                                new FieldOption("F", "F, cannot be judged")),
                        "On the Admiralty scale.",
                        false),
                FormField.of(under + "note", "Note", InputType.TEXT));
    }

    /** Whether a new source is protected from its first moment on. */
    public static FormField protection(String under) {
        return FormField.of(under + "protected", "Nobody but editors may read which source it is", InputType.FLAG);
    }

    /** Who or what a subject is, below a field of the body or at its top. */
    public static List<FormField> subject(String under) {
        return List.of(
                FormField.choice(under + "kind", "Kind", SubjectKind.class).asRequired(),
                FormField.of(under + "name", "Name", InputType.LINE).asRequired(),
                FormField.of(under + "alsoKnownAs", "Other names", InputType.LINES)
                        .withHelp("One a line, in any script."),
                FormField.of(under + "externalIds", "Ids elsewhere", InputType.PAIRS)
                        .withHelp("One a line, as in “wikidata: Q42”."));
    }

    @SafeVarargs
    static List<FormField> joined(List<FormField>... parts) {
        List<FormField> all = new ArrayList<>();
        for (List<FormField> part : parts) {
            all.addAll(part);
        }
        return List.copyOf(all);
    }
}
