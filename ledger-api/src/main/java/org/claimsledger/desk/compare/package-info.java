/** The ledger, a subject or a claim from two viewpoints, side by side. */
@NullMarked
package org.claimsledger.desk.compare;

import org.jspecify.annotations.NullMarked;
