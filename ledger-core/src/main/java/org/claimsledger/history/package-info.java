/** All events up to a position, by the entity that they change, without any table. */
@NullMarked
package org.claimsledger.history;

import org.jspecify.annotations.NullMarked;
