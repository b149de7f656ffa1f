/** Dates as the world writes them (EDTF), and what was in force on a day. */
@NullMarked
package org.claimsledger.time;

import org.jspecify.annotations.NullMarked;
