package org.claimsledger.desk.act;

import java.util.ArrayList;
import java.util.List;
import org.claimsledger.claim.Modality;
import org.claimsledger.desk.form.Field;
import org.claimsledger.desk.form.Input;
import org.claimsledger.desk.form.Option;
import org.claimsledger.source.SourceKind;
import org.claimsledger.subject.SubjectKind;
import org.claimsledger.value.ReasonCode;

/** Fields that several forms have, and groups of them. */
public final class Parts {

    private Parts() {}

    static final Field REASON = Field.of("reason", "Reason", Input.TEXT)
            .saying("In your own words. Everybody who reads the audit trail reads it.");
    static final Field NOTE = Field.of("note", "Note", Input.TEXT)
            .saying("In your own words. Everybody who reads the audit trail reads it.");
    static final Field REASONS =
            Field.choices("reasons", "Why", ReasonCode.class).needed();
    static final Field BASIS = Field.of("basis/source", "On the basis of", Input.SOURCE)
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

    /** Whether a new source is protected from its first moment on. */
    public static Field protection(String under) {
        return Field.of(under + "protected", "Nobody but editors may read which source it is", Input.FLAG);
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

    @SafeVarargs
    static List<Field> joined(List<Field>... parts) {
        List<Field> all = new ArrayList<>();
        for (List<Field> part : parts) {
            all.addAll(part);
        }
        return List.copyOf(all);
    }
}
