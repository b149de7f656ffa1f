/** The web desk, and its front page. */
@NullMarked
package org.claimsledger.desk;

import org.jspecify.annotations.NullMarked;
