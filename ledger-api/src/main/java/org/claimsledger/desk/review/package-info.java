/** What waits for an editor, and deciding about it. */
@NullMarked
package org.claimsledger.desk.review;

import org.jspecify.annotations.NullMarked;
