/** Finding subjects, claims and sources by words and names: an index that holds all that ever was, and the tables that say what is. */
@NullMarked
package org.claimsledger.projection.search;

import org.jspecify.annotations.NullMarked;
