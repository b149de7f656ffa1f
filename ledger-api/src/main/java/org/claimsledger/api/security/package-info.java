/** Who writes: the bearer token that becomes the actor. */
@NullMarked
package org.claimsledger.api.security;

import org.jspecify.annotations.NullMarked;
