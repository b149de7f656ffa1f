/** The rules for claims: the events that a command becomes, and the state to which the events lead. */
@NullMarked
package org.claimsledger.claim;

import org.jspecify.annotations.NullMarked;
