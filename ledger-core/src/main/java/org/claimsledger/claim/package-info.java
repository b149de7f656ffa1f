/** Claims: propositions with their evidence, and every decision ever taken on them. */
@NullMarked
package org.claimsledger.claim;

import org.jspecify.annotations.NullMarked;
