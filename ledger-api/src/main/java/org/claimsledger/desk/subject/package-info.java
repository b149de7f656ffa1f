/** A subject: all that is best known of it, and when it was so. */
@NullMarked
package org.claimsledger.desk.subject;

import org.jspecify.annotations.NullMarked;
