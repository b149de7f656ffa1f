/** Ids, values, quantities and refusals: the words that all other packages use. */
@NullMarked
package org.claimsledger.value;

import org.jspecify.annotations.NullMarked;
