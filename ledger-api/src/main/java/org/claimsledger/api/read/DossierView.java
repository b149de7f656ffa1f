package org.claimsledger.api.read;

import java.util.List;
import org.claimsledger.api.viewpoint.ViewpointView;
import org.jspecify.annotations.Nullable;

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
