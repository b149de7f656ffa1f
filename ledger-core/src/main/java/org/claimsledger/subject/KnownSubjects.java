package org.claimsledger.subject;

import org.claimsledger.value.SubjectId;
import org.jspecify.annotations.Nullable;

/** What a decision may look up about subjects. */
public interface KnownSubjects {

    @Nullable
    Subject subject(SubjectId id);
}
