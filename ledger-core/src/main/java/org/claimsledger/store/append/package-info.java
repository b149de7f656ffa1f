/** Appending: the queue of writers, the consistency conditions and the sequencer that gives out positions. */
@NullMarked
package org.claimsledger.store.append;

import org.jspecify.annotations.NullMarked;
