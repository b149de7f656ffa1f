/** How much of the program callers may take up, alone and together. */
@NullMarked
package org.claimsledger.api.limit;

import org.jspecify.annotations.NullMarked;
