/** Ids, values, quantities and refusals: the words every other room speaks in. */
@NullMarked
package org.claimsledger.value;

import org.jspecify.annotations.NullMarked;
