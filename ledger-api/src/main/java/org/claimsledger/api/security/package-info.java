/** Finds the caller of a request, and refuses calls for which the caller lacks the role. */
@NullMarked
package org.claimsledger.api.security;

import org.jspecify.annotations.NullMarked;
