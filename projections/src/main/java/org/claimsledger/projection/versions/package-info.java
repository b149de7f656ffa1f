/** Claims as they stood at any position of the log, and lists of them. */
@NullMarked
package org.claimsledger.projection.versions;

import org.jspecify.annotations.NullMarked;
