/** The event store on H2 files behind a journal. */
@NullMarked
package org.claimsledger.store.h2;

import org.jspecify.annotations.NullMarked;
