/** Claims over HTTP. */
@NullMarked
package org.claimsledger.api.claim;

import org.jspecify.annotations.NullMarked;
