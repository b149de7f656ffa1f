/** Checks of the log and its tag index against what the program would write. */
@NullMarked
package org.claimsledger.verify;

import org.jspecify.annotations.NullMarked;
