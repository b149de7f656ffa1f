/** Which sources are protected, who may see them, and what everybody else reads instead. */
@NullMarked
package org.claimsledger.projection.protection;

import org.jspecify.annotations.NullMarked;
