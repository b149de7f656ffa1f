package org.claimsledger.desk.subject;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A subject that another one may be.
 *
 * @param score in hundredths
 * @param reasons what speaks for it, and against it
 * @param found what came of comparing the two, where somebody did
 */
public record DuplicateCandidateRow(
        SubjectListRow subject,
        int score,
        List<String> reasons,
        @Nullable String outcome) {}
