/** Who calls, and what they may do. */
@NullMarked
package org.claimsledger.api.security;

import org.jspecify.annotations.NullMarked;
