/** Finding subjects, claims and sources. */
@NullMarked
package org.claimsledger.desk.search;

import org.jspecify.annotations.NullMarked;
