package org.claimsledger.api.subject;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.claimsledger.api.viewpoint.ViewpointView;
import org.claimsledger.name.Way;
import org.claimsledger.projection.directory.SubjectAt;
import org.claimsledger.projection.search.NameMatch;
import org.claimsledger.projection.search.SubjectHit;
import org.claimsledger.subject.Comparison;
import org.claimsledger.subject.Judgement;
import org.claimsledger.subject.Naming;
import org.claimsledger.subject.Subject;
import org.claimsledger.subject.SubjectKind;
import org.claimsledger.value.Language;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.SubjectId;
import org.jspecify.annotations.Nullable;

/**
 * A subject as it is read from a viewpoint.
 *
 * @param alsoKnownAs the other names that it was registered with
 * @param names the names that were added since, with who uses them
 * @param mergedInto the subject that it is read under, while a merge stands
 * @param absorbed the subjects that are merged into this very one
 * @param comparisons with whom it was compared, and what was found last
 * @param match by which name it was found, in the answer to a search
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
        @Nullable SubjectId mergedInto,
        List<SubjectId> absorbed,
        List<ComparisonView> comparisons,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable MatchView match,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable ViewpointView viewpoint) {

    /**
     * A name that was found.
     *
     * @param subject the one that holds it, which may be merged into the one that is shown
     * @param score 1 for the very name that was asked for
     */
    public record MatchView(String name, SubjectId subject, Way way, double score) {

        static MatchView of(NameMatch match) {
            return new MatchView(
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

        static NameView of(Naming naming) {
            return new NameView(naming.name(), naming.language(), Script.of(naming.name()), naming.source());
        }
    }

    /** With whom a subject was compared. */
    public record ComparisonView(
            SubjectId other, Judgement judgement, @Nullable String reason) {

        static ComparisonView of(Comparison comparison) {
            return new ComparisonView(comparison.other(), comparison.judgement(), comparison.reason());
        }
    }

    static SubjectView of(SubjectHit hit) {
        return of(hit.subject(), MatchView.of(hit.match()), null);
    }

    static SubjectView of(SubjectAt at, @Nullable ViewpointView viewpoint) {
        return of(at, null, viewpoint);
    }

    private static SubjectView of(SubjectAt at, @Nullable MatchView match, @Nullable ViewpointView viewpoint) {
        Subject subject = at.subject();
        return new SubjectView(
                subject.id(),
                subject.revision(),
                subject.details().kind(),
                subject.details().name(),
                subject.details().alsoKnownAs(),
                subject.namings().stream().map(NameView::of).toList(),
                subject.details().identified(),
                subject.details().externalIds(),
                subject.mergedInto(),
                subject.absorbed(),
                subject.comparisons().stream().map(ComparisonView::of).toList(),
                match,
                viewpoint);
    }
}
