/** How the read side is doing, and making it anew. */
@NullMarked
package org.claimsledger.api.projection;

import org.jspecify.annotations.NullMarked;
