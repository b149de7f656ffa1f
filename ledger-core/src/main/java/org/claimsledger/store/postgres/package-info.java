/** The event store on PostgreSQL. */
@NullMarked
package org.claimsledger.store.postgres;

import org.jspecify.annotations.NullMarked;
