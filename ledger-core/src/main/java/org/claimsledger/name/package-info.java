/** Spellings of names: what all spellings of one name share, and how alike two names are. Pure functions. */
@NullMarked
package org.claimsledger.name;

import org.jspecify.annotations.NullMarked;
