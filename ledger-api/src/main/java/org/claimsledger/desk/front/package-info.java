/** The front page: where to look, and what is new. */
@NullMarked
package org.claimsledger.desk.front;

import org.jspecify.annotations.NullMarked;
