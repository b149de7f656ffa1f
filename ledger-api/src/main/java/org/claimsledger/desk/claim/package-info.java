/** A claim: its evidence, its versions, and what happened to it. */
@NullMarked
package org.claimsledger.desk.claim;

import org.jspecify.annotations.NullMarked;
