package org.claimsledger.projection.identity;

import org.claimsledger.identity.Resemblance;
import org.claimsledger.projection.directory.SubjectAt;
import org.claimsledger.subject.Judgement;
import org.jspecify.annotations.Nullable;

/**
 * A subject that another one may be.
 *
 * @param subject the one that is kept, where several are read as one
 * @param judgement what was found when they were compared; a subject that was found to be another one is none of these
 */
public record LikelySame(
        SubjectAt subject,
        Resemblance resemblance,
        @Nullable Judgement judgement) {}
