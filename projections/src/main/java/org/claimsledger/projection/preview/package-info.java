/** What a decision would change, worked out without recording it. */
@NullMarked
package org.claimsledger.projection.preview;

import org.jspecify.annotations.NullMarked;
