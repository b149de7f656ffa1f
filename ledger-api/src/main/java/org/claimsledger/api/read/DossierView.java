package org.claimsledger.api.read;

import java.util.List;
import org.claimsledger.api.viewpoint.ViewpointView;
import org.jspecify.annotations.Nullable;

/**
 * A subject with a page of what is best known of it.
 *
 * @param subject the one that is kept, where the one asked about was merged into it
 */
public record DossierView(
        SubjectView subject,
        List<QuestionView> items,
        @Nullable String next,
        ViewpointView viewpoint) {}
