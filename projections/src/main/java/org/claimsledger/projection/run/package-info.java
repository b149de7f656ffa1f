/** Runs projections: each follows the log in order and applies every event exactly once. */
@NullMarked
package org.claimsledger.projection.run;

import org.jspecify.annotations.NullMarked;
