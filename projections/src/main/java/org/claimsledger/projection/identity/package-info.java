/** Likely same subjects, and what was found when they were compared. */
@NullMarked
package org.claimsledger.projection.identity;

import org.jspecify.annotations.NullMarked;
