/** Deciding which version of the policy answers questions. */
@NullMarked
package org.claimsledger.policy;

import org.jspecify.annotations.NullMarked;
