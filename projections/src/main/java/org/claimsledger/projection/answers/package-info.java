/** The best-known answer to each question from any viewpoint, and the effects that a decision would have. */
@NullMarked
package org.claimsledger.projection.answers;

import org.jspecify.annotations.NullMarked;
