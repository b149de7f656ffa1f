/** Opening a store, and Axon's storage engine over it. */
@NullMarked
package org.claimsledger.store.engine;

import org.jspecify.annotations.NullMarked;
