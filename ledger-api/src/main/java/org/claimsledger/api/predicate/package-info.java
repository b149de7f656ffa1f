/** Predicates over HTTP. */
@NullMarked
package org.claimsledger.api.predicate;

import org.jspecify.annotations.NullMarked;
