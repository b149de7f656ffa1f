package org.claimsledger.subject;

import org.claimsledger.event.Judgement;
import org.claimsledger.value.SubjectId;
import org.jspecify.annotations.Nullable;

/** What was found when a subject was last compared with another one. */
public record SubjectComparison(
        SubjectId other, Judgement judgement, @Nullable String reason) {}
