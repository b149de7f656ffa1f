package org.claimsledger.api.subject;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.claimsledger.api.viewpoint.ViewpointView;
import org.claimsledger.projection.directory.SubjectAt;
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
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable ViewpointView viewpoint) {

    /** A name, its language and the source that uses it. */
    public record NameView(
            String name,
            @Nullable Language language,
            @Nullable SourceId source) {

        static NameView of(Naming naming) {
            return new NameView(naming.name(), naming.language(), naming.source());
        }
    }

    /** With whom a subject was compared. */
    public record ComparisonView(
            SubjectId other, Judgement judgement, @Nullable String reason) {

        static ComparisonView of(Comparison comparison) {
            return new ComparisonView(comparison.other(), comparison.judgement(), comparison.reason());
        }
    }

    static SubjectView of(SubjectAt at, @Nullable ViewpointView viewpoint) {
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
                viewpoint);
    }
}
