/** The way in: the areas' decisions behind Axon's command bus, and what one decision may look at while it is made. */
@NullMarked
package org.claimsledger.ledger;

import org.jspecify.annotations.NullMarked;
