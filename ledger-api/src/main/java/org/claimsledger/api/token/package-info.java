/** Tokens over HTTP: making, listing and revoking them. */
@NullMarked
package org.claimsledger.api.token;

import org.jspecify.annotations.NullMarked;
