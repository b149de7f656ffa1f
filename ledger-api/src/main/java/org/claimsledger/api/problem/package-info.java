/** Refusals and faults as problem details (RFC 9457). */
@NullMarked
package org.claimsledger.api.problem;

import org.jspecify.annotations.NullMarked;
