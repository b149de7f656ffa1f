/** Search for subjects, claims and sources by words and names, in an index of all texts that were ever recorded. */
@NullMarked
package org.claimsledger.projection.search;

import org.jspecify.annotations.NullMarked;
