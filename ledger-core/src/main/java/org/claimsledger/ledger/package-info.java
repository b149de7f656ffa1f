/** Carries requests out: the decisions of all areas behind Axon's command bus, within one boundary. */
@NullMarked
package org.claimsledger.ledger;

import org.jspecify.annotations.NullMarked;
