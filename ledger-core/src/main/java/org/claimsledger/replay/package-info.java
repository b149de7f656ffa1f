/** What the events come to when they are folded anew, with no table in between. */
@NullMarked
package org.claimsledger.replay;

import org.jspecify.annotations.NullMarked;
