/** What is best known: the questions that claims answer, each with its answer from any viewpoint. */
@NullMarked
package org.claimsledger.projection.answers;

import org.jspecify.annotations.NullMarked;
