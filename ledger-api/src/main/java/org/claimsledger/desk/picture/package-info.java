/** Pictures that are drawn on the server. */
@NullMarked
package org.claimsledger.desk.picture;

import org.jspecify.annotations.NullMarked;
