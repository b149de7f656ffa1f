/** The caller of a request, and their roles. */
@NullMarked
package org.claimsledger.api.security;

import org.jspecify.annotations.NullMarked;
