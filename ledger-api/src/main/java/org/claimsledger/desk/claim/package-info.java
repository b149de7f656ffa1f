/** A claim: its evidence, its versions and its history; lists of claims and questions. */
@NullMarked
package org.claimsledger.desk.claim;

import org.jspecify.annotations.NullMarked;
