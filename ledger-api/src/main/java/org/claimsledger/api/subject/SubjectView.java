package org.claimsledger.api.subject;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.claimsledger.api.viewpoint.ViewpointView;
import org.claimsledger.projection.directory.SubjectAt;
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
 * @param absorbed the subjects that are read under it
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
                at.absorbed(),
                viewpoint);
    }
}
