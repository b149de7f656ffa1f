/** Claims folded at a viewpoint, their origins, and the policy that picks the answer to a question. Pure. */
@NullMarked
package org.claimsledger.bestknown;

import org.jspecify.annotations.NullMarked;
