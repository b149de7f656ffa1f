package org.claimsledger.projection.answers;

import org.claimsledger.bestknown.BestKnown;
import org.claimsledger.bestknown.Question;

/**
 * A question and its best-known answer at a viewpoint.
 *
 * @param number the {@code claimNo} of the first claim that is present there and answers it; lists are in this order
 */
public record QuestionAt(long number, Question question, BestKnown bestKnown) {}
