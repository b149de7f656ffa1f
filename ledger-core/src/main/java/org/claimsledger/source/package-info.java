/** The rules for sources: the events that a command becomes, their standing and their echoes. */
@NullMarked
package org.claimsledger.source;

import org.jspecify.annotations.NullMarked;
