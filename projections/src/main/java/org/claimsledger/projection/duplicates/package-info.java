/** Finds subjects that may be the same person or thing. */
@NullMarked
package org.claimsledger.projection.duplicates;

import org.jspecify.annotations.NullMarked;
