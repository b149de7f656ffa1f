package org.claimsledger.api.read;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.claimsledger.api.viewpoint.ViewpointView;
import org.claimsledger.event.SubjectDetails.SubjectKind;
import org.claimsledger.event.SubjectDetails.SubjectName;
import org.claimsledger.event.SubjectEvent.Judgement;
import org.claimsledger.name.Likeness.LikenessKind;
import org.claimsledger.projection.registry.Registry.SubjectAt;
import org.claimsledger.projection.search.Search.NameMatch;
import org.claimsledger.projection.search.Search.SubjectHit;
import org.claimsledger.subject.Subject;
import org.claimsledger.subject.Subject.SubjectComparison;
import org.claimsledger.value.Language;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.SubjectId;
import org.claimsledger.value.TimeZoneName;
import org.jspecify.annotations.Nullable;

/**
 * A subject, read from a viewpoint.
 *
 * @param alsoKnownAs the other names that it was registered with
 * @param names the names that were added later, with the sources that use them
 * @param parent the subject that it is a part of, as it was recorded
 * @param zone the time zone of a place
 * @param mergedInto the subject that it is read under, while a merge stands
 * @param absorbed the subjects that are merged into this one
 * @param comparisons with other subjects, each with its last outcome
 * @param match the name by which a search found it
 */
public record SubjectView(
        SubjectId id,
        long revision,
        SubjectKind kind,
        String name,
        List<String> alsoKnownAs,
        List<NameView> names,
        boolean identified,
        Map<String, String> externalIds,
        @Nullable SubjectId parent,
        @Nullable TimeZoneName zone,
        @Nullable SubjectId mergedInto,
        List<SubjectId> absorbed,
        List<ComparisonView> comparisons,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable NameMatchView match,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable ViewpointView viewpoint) {

    /**
     * A name that a search found.
     *
     * @param subject that has the name, which may be merged into the one that is shown
     * @param score 1 for the name as it was searched for
     */
    public record NameMatchView(String name, SubjectId subject, LikenessKind way, double score) {

        static NameMatchView of(NameMatch match) {
            return new NameMatchView(
                    match.name(), match.subject(), match.way(), Math.round(match.score() * DIGITS) / DIGITS);
        }
    }

    private static final double DIGITS = 1_000;

    /** A name, its language, the script of its letters (ISO 15924) and the source that uses it. */
    public record NameView(
            String name,
            @Nullable Language language,
            @Nullable String script,
            @Nullable SourceId source) {

        static NameView of(SubjectName subjectName) {
            return new NameView(
                    subjectName.name(),
                    subjectName.language(),
                    NameScript.of(subjectName.name()),
                    subjectName.source());
        }
    }

    /** A comparison with another subject. */
    public record ComparisonView(
            SubjectId other, Judgement judgement, @Nullable String reason) {

        static ComparisonView of(SubjectComparison subjectComparison) {
            return new ComparisonView(
                    subjectComparison.other(), subjectComparison.judgement(), subjectComparison.reason());
        }
    }

    public static SubjectView of(SubjectHit hit) {
        return of(hit.subject(), NameMatchView.of(hit.match()), null);
    }

    public static SubjectView of(SubjectAt at, @Nullable ViewpointView viewpoint) {
        return of(at, null, viewpoint);
    }

    private static SubjectView of(SubjectAt at, @Nullable NameMatchView match, @Nullable ViewpointView viewpoint) {
        Subject subject = at.subject();
        return new SubjectView(
                subject.id(),
                subject.revision(),
                subject.details().kind(),
                subject.details().name(),
                subject.details().alsoKnownAs(),
                subject.addedNames().stream().map(NameView::of).toList(),
                subject.details().identified(),
                subject.details().externalIds(),
                subject.details().parent(),
                subject.details().zone(),
                subject.mergedInto(),
                subject.absorbed(),
                subject.comparisons().stream().map(ComparisonView::of).toList(),
                match,
                viewpoint);
    }

    /**
     * A subject with one page of its dossier.
     *
     * @param subject the one that it is read under, where the address names one that was merged into it
     */
    public record DossierView(
            SubjectView subject,
            List<QuestionView> items,
            @Nullable String next,
            ViewpointView viewpoint) {}

    /** Tells the script of a name by its letters. */
    static final class NameScript {

        private static final String SEVERAL_SCRIPTS = "Zyyy";
        private static final String RARE_SCRIPT = "Zzzz";

        private static final String CODES = """
            Latn Cyrl Arab Grek Armn Geor Hebr Syrc Thaa Ethi Deva Beng Guru Gujr Orya Taml Telu Knda Mlym Sinh \
            Thai Laoo Tibt Mymr Khmr Mong Hang Hani Hira Kana Bopo Cher Cans Tfng Nkoo Adlm\
            """;

        private static final Map<UnicodeScript, String> BY_SCRIPT = new EnumMap<>(UnicodeScript.class);

        static {
            for (String code : CODES.split(" ")) {
                BY_SCRIPT.put(UnicodeScript.forName(code), code);
            }
        }

        private NameScript() {}

        /**
         * Its code in ISO 15924: {@code Zyyy} where there are several, {@code Zzzz} for one that hardly any name is written
         * in; absent where the name has no letter.
         */
        static @Nullable String of(String name) {
            String common = null;
            for (int letter : name.codePoints().filter(Character::isLetter).toArray()) {
                String script = BY_SCRIPT.getOrDefault(UnicodeScript.of(letter), RARE_SCRIPT);
                if (common != null && !common.equals(script)) {
                    return SEVERAL_SCRIPTS;
                }
                common = script;
            }
            return common;
        }
    }
}
