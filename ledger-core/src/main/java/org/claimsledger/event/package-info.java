/** All events, the records that they carry, their JSON and their tags. */
@NullMarked
package org.claimsledger.event;

import org.jspecify.annotations.NullMarked;
