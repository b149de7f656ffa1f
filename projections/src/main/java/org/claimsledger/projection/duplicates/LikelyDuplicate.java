package org.claimsledger.projection.duplicates;

import org.claimsledger.event.Judgement;
import org.claimsledger.identity.Resemblance;
import org.claimsledger.projection.registry.SubjectAt;
import org.jspecify.annotations.Nullable;

/**
 * A subject that another one may be.
 *
 * @param subject the one that is kept, where several are read as one
 * @param judgement what was found when they were compared; a subject that was found to be another one is none of these
 */
public record LikelyDuplicate(
        SubjectAt subject,
        Resemblance resemblance,
        @Nullable Judgement judgement) {}
