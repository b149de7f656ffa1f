/** The event store: Axon's storage engine with consistency boundaries over JDBC, behind a journal of its own. */
@NullMarked
package org.claimsledger.store;

import org.jspecify.annotations.NullMarked;
