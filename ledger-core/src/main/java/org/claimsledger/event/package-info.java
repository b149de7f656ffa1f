/** Everything that is ever stored: the events of all areas, the records they carry, their JSON and their tags. */
@NullMarked
package org.claimsledger.event;

import org.jspecify.annotations.NullMarked;
