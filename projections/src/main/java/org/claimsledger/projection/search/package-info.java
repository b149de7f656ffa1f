/** Search for subjects, claims and sources by words and names, in an index of all that was ever said. */
@NullMarked
package org.claimsledger.projection.search;

import org.jspecify.annotations.NullMarked;
