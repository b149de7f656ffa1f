/** Ids, values, quantities, texts and refusals, which all other packages use. */
@NullMarked
package org.claimsledger.value;

import org.jspecify.annotations.NullMarked;
