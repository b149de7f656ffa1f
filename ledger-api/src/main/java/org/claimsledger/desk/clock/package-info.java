/** Where a page reads from: the three clocks of its address, the bar that moves them, and links that keep them. */
@NullMarked
package org.claimsledger.desk.clock;

import org.jspecify.annotations.NullMarked;
