/** The rules for subjects: the events that a command becomes, their names, merges and comparisons. */
@NullMarked
package org.claimsledger.subject;

import org.jspecify.annotations.NullMarked;
