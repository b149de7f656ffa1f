/** Imports: one command a line, in bulk. */
@NullMarked
package org.claimsledger.api.imports;

import org.jspecify.annotations.NullMarked;
