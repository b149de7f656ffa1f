package org.claimsledger.projection.duplicates;

import org.claimsledger.event.SubjectEvent.Judgement;
import org.claimsledger.identity.Resemblance;
import org.claimsledger.projection.registry.SubjectAt;
import org.jspecify.annotations.Nullable;

/**
 * A subject that may be the same as another one.
 *
 * @param subject the one that is kept, where several are read as one
 * @param judgement the result of their comparison, which is never that they are different; absent where they were not
 *     compared
 */
public record LikelyDuplicate(
        SubjectAt subject,
        Resemblance resemblance,
        @Nullable Judgement judgement) {}
