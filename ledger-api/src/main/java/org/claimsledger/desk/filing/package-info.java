/** Filing a claim: the source, the passage, the claim, on one page. */
@NullMarked
package org.claimsledger.desk.filing;

import org.jspecify.annotations.NullMarked;
