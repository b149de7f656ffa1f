/** Who calls, and what they may do: tokens, sessions, and the roles that calls need. */
@NullMarked
package org.claimsledger.api.security;

import org.jspecify.annotations.NullMarked;
