/** The rules for predicates, the vocabulary in which claims are made. */
@NullMarked
package org.claimsledger.predicate;

import org.jspecify.annotations.NullMarked;
