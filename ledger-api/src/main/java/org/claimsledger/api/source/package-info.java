/** Sources over HTTP. */
@NullMarked
package org.claimsledger.api.source;

import org.jspecify.annotations.NullMarked;
