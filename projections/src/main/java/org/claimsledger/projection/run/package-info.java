/** How projections follow the log: in order, in batches, each event exactly once. */
@NullMarked
package org.claimsledger.projection.run;

import org.jspecify.annotations.NullMarked;
