/** Judges whether two subjects may be one, by what is recorded about them. Nothing follows from it by itself. */
@NullMarked
package org.claimsledger.identity;

import org.jspecify.annotations.NullMarked;
