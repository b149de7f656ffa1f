/** How names are written: what all spellings of one name share, and how alike two names are. Pure. */
@NullMarked
package org.claimsledger.name;

import org.jspecify.annotations.NullMarked;
