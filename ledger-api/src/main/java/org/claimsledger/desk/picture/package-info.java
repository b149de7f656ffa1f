/** Pictures that are drawn on the server: timelines and graphs. */
@NullMarked
package org.claimsledger.desk.picture;

import org.jspecify.annotations.NullMarked;
