/** Subjects: whom or what claims are about, their names, merges and splits. */
@NullMarked
package org.claimsledger.subject;

import org.jspecify.annotations.NullMarked;
