/** Roles, and the tokens by which callers are known. */
@NullMarked
package org.claimsledger.token;

import org.jspecify.annotations.NullMarked;
