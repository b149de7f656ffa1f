/** Dates as the world writes them (EDTF), viewpoints, and whether something was in force on a day. */
@NullMarked
package org.claimsledger.time;

import org.jspecify.annotations.NullMarked;
