/** The histories of claims, sources, subjects and predicates, event by event, with the differences. */
@NullMarked
package org.claimsledger.projection.audit;

import org.jspecify.annotations.NullMarked;
